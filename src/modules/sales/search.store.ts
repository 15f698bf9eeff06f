/** SQL of the search: few rows, found fast, among the activities given only. */

import { sql } from "kysely";
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

/** By number, title, customer's name, or exactly this amount with or without VAT; the latest first. */
async function findDocuments(
  tx: Tx,
  table: "sales.invoice" | "sales.quote",
  organizationId: OrganizationId,
  activities: Activities,
  query: Query,
  limit: number,
): Promise<FoundDocument[]> {
  const text = like(query.text);
  const { rows } = await sql<FoundDocument>`
    select d.id, d.number, d.title, c.name as "customerName", d.gross
      from ${sql.table(table)} d
      join sales.customer c on c.organization_id = d.organization_id and c.id = d.customer_id
     where d.organization_id = ${organizationId} and ${among("d.activity_id", activities)}
       and (d.number ilike ${text} or unaccent(d.title) ilike unaccent(${text})
         or d.customer_id in (select n.id from sales.customer n
              where n.organization_id = ${organizationId} and unaccent(n.name) ilike unaccent(${text}))
         or d.gross = ${query.amount}::bigint or d.net = ${query.amount}::bigint)
     order by d.id desc limit ${limit}`.execute(tx);
  return rows;
}
