import { type RawBuilder, sql } from "kysely";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { type PersonalTable, type SpeakingTable, speaks } from "#kernel/personal-data.ts";
import type { Tx } from "#platform/database/database.ts";

export type Row = Readonly<Record<string, unknown>>;
export type PersonalRows = { readonly table: SpeakingTable; readonly rows: readonly Row[] };

/** Whom the rows speak of: a person, by their identifier and by their address. */
type About = { readonly organizationId: OrganizationId; readonly personId: PersonId; readonly email: string };

/** Which rows of a table, named by an alias, speak of somebody: by the person, the address, or the row that they belong to. */
function condition(
  table: SpeakingTable,
  alias: string,
  about: About,
  all: readonly PersonalTable[],
): RawBuilder<unknown> {
  const conditions = [sql`${sql.ref(`${alias}.organization_id`)} = ${about.organizationId}`];
  if ("of" in table) conditions.push(sql`${sql.ref(`${alias}.${table.of}`)} = ${about.personId}`);
  else if ("email" in table) conditions.push(sql`lower(${sql.ref(`${alias}.${table.email}`)}) = lower(${about.email})`);
  else {
    const [column, name, key = "id"] = table.within;
    const parent = all.find((other): other is SpeakingTable => other.table === name && speaks(other));
    if (parent === undefined) throw new Error(`${table.table} belongs to ${name}, which speaks of nobody`);
    const above = `${alias}o`;
    conditions.push(sql`${sql.ref(`${alias}.${column}`)} in (select ${sql.ref(`${above}.${key}`)}
      from ${sql.table(name)} as ${sql.id(above)} where ${condition(parent, above, about, all)})`);
  }
  for (const [column, value] of Object.entries(table.only ?? {})) {
    conditions.push(sql`${sql.ref(`${alias}.${column}`)} = ${value}`);
  }
  return sql.join(conditions, sql` and `);
}

/** All rows of a cooperative that speak of somebody, table after table, in the order of the list. */
export async function personalRows(tx: Tx, about: About, all: readonly PersonalTable[]): Promise<PersonalRows[]> {
  const found: PersonalRows[] = [];
  for (const table of all.filter(speaks)) {
    const { rows } = await sql<{ row: Row }>`select to_jsonb(t) - 'organization_id' as row
      from ${sql.table(table.table)} as t where ${condition(table, "t", about, all)}`.execute(tx);
    const hidden = new Set(table.hidden ?? []);
    const shown = rows.map(({ row }) => Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.has(name))));
    found.push({ table, rows: inOrder(shown) });
  }
  return found;
}

const MOMENTS = ["at", "recorded_at", "created_at", "given_at", "written_at", "starts_at", "starts_on"];

/** The earliest first, by whichever moment the rows have. */
function inOrder(rows: readonly Row[]): Row[] {
  const moment = MOMENTS.find((name) => rows[0] !== undefined && name in rows[0]);
  const of = (row: Row) => (moment === undefined ? "" : String(row[moment]));
  return [...rows].sort((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0));
}
