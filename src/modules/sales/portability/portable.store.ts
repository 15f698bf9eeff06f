import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";

export type PortableCustomer = Readonly<
  Record<
    | "name"
    | "kind"
    | "siren"
    | "siret"
    | "vatNumber"
    | "contactName"
    | "email"
    | "phone"
    | "street"
    | "postalCode"
    | "city"
    | "country"
    | "referredBy",
    string
  >
>;

export type PortableDocument = {
  readonly number: string;
  readonly kind: string;
  readonly issueDate: Day;
  readonly dueDate: Day | null;
  readonly customer: string;
  readonly title: string;
  readonly net: Cents;
  readonly tax: Cents;
  readonly gross: Cents;
  readonly settled: Cents;
  readonly pdfHash: string | null;
};

/** The customers of an activity, archived ones included: they are what its entrepreneur takes along (C. trav. L7331-2 f). */
export async function portableCustomers(
  tx: Tx,
  organizationId: OrganizationId,
  activityId: ActivityId,
): Promise<PortableCustomer[]> {
  const { rows } = await sql<PortableCustomer>`
    select name, kind, coalesce(siren, '') as siren, coalesce(siret, '') as siret,
           coalesce(vat_number, '') as "vatNumber", contact_name as "contactName", email, phone, street,
           postal_code as "postalCode", city, country, referred_by as "referredBy"
      from sales.customer
     where organization_id = ${organizationId} and activity_id = ${activityId}
     order by name collate "fr-x-icu", id`.execute(tx);
  return rows;
}

/** The issued invoices and credit notes of an activity, and its numbered quotes, in the order of their dates. */
export async function portableDocuments(
  tx: Tx,
  organizationId: OrganizationId,
  activityId: ActivityId,
): Promise<PortableDocument[]> {
  const { rows } = await sql<
    Omit<PortableDocument, "net" | "tax" | "gross" | "settled"> & Record<"net" | "tax" | "gross" | "settled", string>
  >`
    select i.number, i.kind, i.issue_date as "issueDate", i.due_date as "dueDate", c.name as customer, i.title,
           i.net::text, i.tax::text, i.gross::text, i.settled::text, i.pdf_hash as "pdfHash"
      from sales.invoice i
      join sales.customer c on c.organization_id = i.organization_id and c.id = i.customer_id
     where i.organization_id = ${organizationId} and i.activity_id = ${activityId} and i.status = 'issued'
    union all
    select q.number, 'quote', q.issue_date, q.valid_until, c.name, q.title, q.net::text, q.tax::text, q.gross::text, '0', q.pdf_hash
      from sales.quote q
      join sales.customer c on c.organization_id = q.organization_id and c.id = q.customer_id
     where q.organization_id = ${organizationId} and q.activity_id = ${activityId} and q.number is not null
     order by 3, 1`.execute(tx);
  const cents = (text: string) => BigInt(text) as Cents;
  return rows.map((row) => ({
    ...row,
    ...{ net: cents(row.net), tax: cents(row.tax), gross: cents(row.gross), settled: cents(row.settled) },
  }));
}
