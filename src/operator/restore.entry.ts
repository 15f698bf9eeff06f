import { createHash, type Hash } from "node:crypto";
import { resolve } from "node:path";
import { finished } from "node:stream/promises";
import type pg from "pg";
import copyStreams from "pg-copy-streams";
import type { Connection } from "#platform/database/database.ts";
import { migrate, readMigrations } from "#platform/database/migrate.ts";
import { ensureRoles } from "#platform/database/roles.ts";
import type { FileStore } from "#platform/files/file-store.ts";
import { type ArchiveFile, readArchive } from "./archive.entry.ts";
import { type BackupHead, type BackupManifest, migrationGap, readHead, readManifest } from "./backup-format.ts";
import { appliedMigrations, listSchemas, listTables, type Table } from "./catalogue.entry.ts";
import { asAdministrator } from "./database.entry.ts";
import { OperatorError } from "./say.entry.ts";

/** A table that is being filled from its pieces. */
type Filling = {
  readonly name: string;
  readonly hash: Hash;
  readonly stream: ReturnType<typeof copyStreams.from>;
};

export type RestoreOptions = { readonly loginPrefix: string; readonly secret: string };

/**
 * Puts a backup back into an empty database, in one transaction: all of it as its manifest says, or nothing.
 * The tables are those of the backup's own version; missing migrations come afterwards. Triggers and row-level security
 * are suspended for the tables' owner meanwhile (the rows were checked when they were first written); foreign keys,
 * unique and check constraints hold.
 */
export async function restore(
  admin: Connection,
  files: FileStore,
  path: string,
  options: RestoreOptions,
): Promise<BackupManifest> {
  const entries = readArchive(path);
  try {
    const head = await readFirst(entries, path);
    const ours = await readMigrations(resolve("migrations"));
    const gap = migrationGap(head.migrations, ours);
    if (gap !== null) throw new OperatorError("restoreNewer", { migration: gap });
    return await asAdministrator(admin, async (client) => {
      await ensureRoles(client, options.loginPrefix, options.secret);
      await assertEmpty(client);
      const names = new Set(head.migrations.map((migration) => migration.name));
      const theirs = ours.filter((migration) => names.has(migration.name));
      await prepareTables(client, head, theirs);
      const manifest = await fill(client, entries, files, path);
      await migrate(client, ours);
      return manifest;
    });
  } finally {
    await entries.return(undefined);
  }
}

async function readFirst(entries: AsyncGenerator<ArchiveFile>, path: string): Promise<BackupHead> {
  const first = await entries.next().catch((error: unknown) => unreadable(path, error));
  const head = first.done || first.value.name !== "essaim.json" ? null : readHead(first.value.content);
  return head ?? unreadable(path, new Error("essaim.json"));
}

function unreadable(path: string, error: unknown): never {
  throw new OperatorError("restoreUnreadable", { file: path, reason: (error as Error).message });
}

async function assertEmpty(client: pg.ClientBase): Promise<void> {
  for (const table of await listTables(client)) {
    const { rowCount } = await client.query(`select 1 from ${table.sql} limit 1`);
    if (rowCount) throw new OperatorError("restoreNotEmpty", { table: table.name });
  }
}

/** The tables of the backup's version: an empty database of another version is made again. */
async function prepareTables(
  client: pg.ClientBase,
  head: BackupHead,
  theirs: Awaited<ReturnType<typeof readMigrations>>,
): Promise<void> {
  const applied = await appliedMigrations(client);
  const same = applied.length === head.migrations.length && migrationGap(applied, head.migrations) === null;
  if (!same && applied.length > 0) {
    for (const schema of await listSchemas(client)) await client.query(`drop schema ${schema} cascade`);
  }
  await migrate(client, theirs);
}

async function fill(
  client: pg.ClientBase,
  entries: AsyncGenerator<ArchiveFile>,
  files: FileStore,
  path: string,
): Promise<BackupManifest> {
  const tables = await listTables(client);
  const byName = new Map(tables.map((table) => [table.name, table]));
  const found: Record<string, { rows: number; sha256: string }> = {};
  for (const table of tables) found[table.name] = { rows: 0, sha256: createHash("sha256").digest("hex") };
  let filling: Filling | null = null;
  let manifest: BackupManifest | null = null;
  let fileCount = 0;

  const endTable = async (): Promise<void> => {
    if (filling === null) return;
    filling.stream.end();
    await finished(filling.stream);
    found[filling.name] = { rows: filling.stream.rowCount, sha256: filling.hash.digest("hex") };
    filling = null;
  };

  await client.query("begin");
  try {
    await client.query("set local statement_timeout = 0");
    await client.query("set local role essaim_owner");
    for (const table of tables) await suspendGuards(client, table);
    for (;;) {
      const { value: entry, done } = await entries.next().catch((error: unknown) => unreadable(path, error));
      if (done) break;
      const [kind = "", name = ""] = entry.name.split("/");
      if (kind === "tables") {
        if (filling?.name !== name) {
          await endTable();
          filling = startTable(client, byName.get(name), name);
        }
        filling.hash.update(entry.content);
        await write(filling.stream, entry.content);
        continue;
      }
      await endTable();
      if (kind === "files") {
        if ((await files.put(entry.content)) !== name) throw new OperatorError("restoreChanged", { what: entry.name });
        fileCount += 1;
      } else if (entry.name === "manifest.json") manifest = readManifest(entry.content);
    }
    compare(found, fileCount, manifest);
    for (const table of tables) await resumeGuards(client, table);
    await client.query("commit");
  } catch (error) {
    (filling as Filling | null)?.stream.destroy();
    await client.query("rollback").catch(() => {});
    throw error;
  }
  await client.query("analyze");
  return manifest as unknown as BackupManifest;
}

function startTable(client: pg.ClientBase, table: Table | undefined, name: string): Filling {
  if (table === undefined) throw new OperatorError("restoreChanged", { what: name });
  const stream = client.query(copyStreams.from(`copy ${table.sql} (${table.columns.join(", ")}) from stdin`));
  return { name, hash: createHash("sha256"), stream };
}

function write(stream: Filling["stream"], content: Uint8Array): Promise<void> {
  return new Promise((done, fail) => {
    stream.once("error", fail);
    stream.write(content, (error) => {
      stream.off("error", fail);
      if (error) fail(error);
      else done();
    });
  });
}

async function suspendGuards(client: pg.ClientBase, table: Table): Promise<void> {
  await client.query(`alter table ${table.sql} disable trigger user`);
  if (table.forced) await client.query(`alter table ${table.sql} no force row level security`);
}

async function resumeGuards(client: pg.ClientBase, table: Table): Promise<void> {
  await client.query(`alter table ${table.sql} enable trigger user`);
  if (table.forced) await client.query(`alter table ${table.sql} force row level security`);
}

function compare(
  found: Readonly<Record<string, { rows: number; sha256: string }>>,
  fileCount: number,
  manifest: BackupManifest | null,
): void {
  if (manifest === null) throw new OperatorError("restoreChanged", { what: "manifest.json" });
  for (const [name, { rows, sha256 }] of Object.entries(manifest.tables)) {
    if (found[name]?.rows !== rows || found[name]?.sha256 !== sha256)
      throw new OperatorError("restoreChanged", { what: name });
  }
  if (fileCount !== manifest.files.count) throw new OperatorError("restoreChanged", { what: "files" });
}
