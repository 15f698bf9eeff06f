/** On the PostgreSQL that the machine has (the vitest project `server`): databases of its own, as an operator has them. */
import pg from "pg";
import { afterAll, inject } from "vitest";
import { listTables } from "#operator/catalogue.entry.ts";
import { asAdministrator } from "#operator/database.entry.ts";
import type { Connection } from "#platform/database/database.ts";

const made: string[] = [];

/** A new database that holds nothing, as its administrator. */
export async function emptyDatabase(): Promise<Connection> {
  const admin = inject("adminConnection");
  const name = `essaim_place_${process.pid}_${made.length + 1}`;
  await asAdministrator(admin, (client) => client.query(`create database ${name} encoding 'UTF8' template template0`));
  made.push(name);
  return { ...admin, database: name };
}

/** DATABASE_URL of it. */
export function addressOf({ host, port, user, password = "", database }: Connection): string {
  const [name, secret] = [user, password].map(encodeURIComponent);
  return `postgres://${name}:${secret}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}

afterAll(async () => {
  await asAdministrator(inject("adminConnection"), async (client) => {
    for (const name of made.splice(0)) await client.query(`drop database ${name} with (force)`);
  });
});

/** The rows of every table, as the server writes them, in an order of their own. */
export async function contentOf(connection: Connection): Promise<Record<string, string[]>> {
  const client = new pg.Client(connection);
  await client.connect();
  const content: Record<string, string[]> = {};
  for (const table of await listTables(client)) {
    const { rows } = await client.query<{ row: string }>(
      `select row from (select (t.*)::text as row from ${table.sql} t) x order by row collate "C"`,
    );
    content[table.name] = rows.map((row) => row.row);
  }
  await client.end();
  return content;
}
