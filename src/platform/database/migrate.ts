import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

const NAME = /^\d{4}-\d{2}-\d{2}-\d{4}-[a-z]+(-[a-z0-9]+)*\.sql$/;
/** Any constant: the same for every instance of Essaim on a database. */
const MIGRATION_LOCK = 7_331_005;

/** The migrations of a folder, in the order of their names. Throws on a file that is not named as one. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  const wrong = names.find((name) => !NAME.test(name));
  if (wrong) throw new Error(`not a migration name: ${wrong}`);
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), "utf8");
      return { name, sql: text, checksum: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

/**
 * Applies the missing migrations as the role essaim_owner, each in its own transaction, under an advisory lock.
 * Refuses (throws) when an applied migration's text has changed: the past is never edited.
 * Returns the names applied.
 */
export async function migrate(client: pg.ClientBase, migrations: readonly Migration[]): Promise<string[]> {
  await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
  try {
    await client.query("set role essaim_owner");
    await client.query("create schema if not exists migration");
    await client.query(
      "create table if not exists migration.applied (name text primary key, checksum text not null, at timestamptz not null default now())",
    );
    const done = new Map(
      (await client.query<{ name: string; checksum: string }>("select name, checksum from migration.applied")).rows.map(
        (row) => [row.name, row.checksum],
      ),
    );
    const applied: string[] = [];
    for (const migration of migrations) {
      const checksum = done.get(migration.name);
      if (checksum !== undefined) {
        if (checksum !== migration.checksum)
          throw new Error(`migration ${migration.name} was changed after it was applied`);
        continue;
      }
      await client.query("begin");
      try {
        await client.query(migration.sql);
        await client.query("insert into migration.applied (name, checksum) values ($1, $2)", [
          migration.name,
          migration.checksum,
        ]);
        await client.query("commit");
      } catch (error) {
        await client.query("rollback");
        throw new Error(`migration ${migration.name} failed: ${(error as Error).message}`, { cause: error });
      }
      applied.push(migration.name);
    }
    return applied;
  } finally {
    await client.query("reset role");
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
  }
}
