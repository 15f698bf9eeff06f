/** SQL of the search: few rows, found fast, among the activities given only. */

import { type RawBuilder, sql } from "kysely";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";

type Query = { readonly text: string; readonly amount: Cents | null; readonly digits: string | null };
type Activities = "all" | ReadonlySet<ActivityId>;

function like(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

const among = (column: string, activities: Activities) =>
  activities === "all" ? sql`true` : sql`${sql.ref(column)} = any(${[...activities]}::uuid[])`;

export type FoundCustomer = {
  readonly id: string;
  readonly name: string;
  readonly city: string;
  readonly siren: string | null;
};

export async function findCustomersLike(
  tx: Tx,
  organizationId: OrganizationId,
  activities: Activities,
  query: Query,
  limit: number,
): Promise<FoundCustomer[]> {
  const number = query.digits === null ? null : `${query.digits}%`;
  const { rows } = await sql<FoundCustomer>`
    select c.id, c.name, c.city, c.siren from sales.customer c
     where c.organization_id = ${organizationId} and c.archived_at is null and ${among("c.activity_id", activities)}
       and (unaccent(c.name) ilike unaccent(${like(query.text)}) or unaccent(c.contact_name) ilike unaccent(${like(query.text)})
         or c.email ilike ${like(query.text)} or c.siren like ${number} or c.siret like ${number})
     order by unaccent(lower(c.name)), c.id limit ${limit}`.execute(tx);
  return rows;
}

export type FoundDocument = {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly customerName: string;
  readonly gross: Cents;
};

export function findInvoicesLike(
  tx: Tx,
  organizationId: OrganizationId,
  activities: Activities,
  query: Query,
  limit: number,
): Promise<FoundDocument[]> {
  return findDocuments(tx, "sales.invoice", organizationId, activities, query, limit);
}

export function findQuotesLike(
  tx: Tx,
  organizationId: OrganizationId,
  activities: Activities,
  query: Query,
  limit: number,
): Promise<FoundDocument[]> {
  return findDocuments(tx, "sales.quote", organizationId, activities, query, limit);
}

/** Titles are read in the latest documents only: a year or more of a busy cooperative, a moment for the database. */
const READ = 20_000;

/** What a number may begin with: as typed, and in capitals. Numbers are made of these characters only. */
function prefixes(text: string): string[] {
  const compact = text.replace(/\s/g, "");
  return /^[\w+/-]{2,20}$/.test(compact) ? [...new Set([compact, compact.toUpperCase()])] : [];
}

/**
 * By the beginning of a number, by an amount exact to the cent with or without VAT, by the customer's name: through indexes.
 * Then, when that finds little, by any part of a title or of a number. The latest first.
 */
async function findDocuments(
  tx: Tx,
  table: "sales.invoice" | "sales.quote",
  organizationId: OrganizationId,
  activities: Activities,
  query: Query,
  limit: number,
): Promise<FoundDocument[]> {
  const text = like(query.text);
  const from = sql.table(table);
  const mine = sql`d.organization_id = ${organizationId} and ${among("d.activity_id", activities)}`;
  const branches = prefixes(query.text).map(
    (prefix) => sql`(select d.id from ${from} d where ${mine} and d.number is not null
      and d.number ~>=~ ${prefix} and d.number ~<~ ${`${prefix}~`} order by d.number using ~>~ limit ${limit})`,
  );
  if (query.amount !== null) {
    for (const column of ["d.gross", "d.net"]) {
      branches.push(sql`(select d.id from ${from} d where ${mine} and ${sql.ref(column)} = ${query.amount}::bigint
        order by d.id desc limit ${limit})`);
    }
  }
  branches.push(sql`(select d.id from (select n.id from sales.customer n where n.organization_id = ${organizationId}
        and ${among("n.activity_id", activities)} and unaccent(n.name) ilike unaccent(${text}) limit 50) c
      cross join lateral (select d.id from ${from} d where ${mine} and d.customer_id = c.id
        order by d.created_at desc limit ${limit}) d order by d.id desc limit ${limit})`);
  const shown = (ids: RawBuilder<unknown>) => sql<FoundDocument>`
    select d.id, d.number, d.title, c.name as "customerName", d.gross
      from (${ids}) f
      join ${from} d on d.organization_id = ${organizationId} and d.id = f.id
      join sales.customer c on c.organization_id = d.organization_id and c.id = d.customer_id
     order by d.id desc limit ${limit}`;
  const { rows } = await shown(sql.join(branches, sql` union `)).execute(tx);
  if (rows.length >= limit || rows.some((row) => beginsWith(row.number, query.text))) return rows;
  const { rows: others } = await shown(sql`
    select d.id from (select d.id, d.title, d.number from ${from} d where ${mine} order by d.id desc limit ${READ}) d
     where d.number ilike ${text} or unaccent(d.title) ilike unaccent(${text}) order by d.id desc limit ${limit}`).execute(
    tx,
  );
  const known = new Set(rows.map((row) => row.id));
  return [...rows, ...others.filter((row) => !known.has(row.id))].slice(0, limit);
}

function beginsWith(number: string | null, text: string): boolean {
  return number !== null && prefixes(text).some((prefix) => number.startsWith(prefix));
}
