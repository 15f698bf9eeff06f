/** SQL of lists of customers: what a page, a choice or a file shows. */

import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import { type ActivityId, type OrganizationId, parseId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";
import type { LineVat } from "../document/line.ts";
import type { CustomerId, CustomerKind, Referrer } from "./customer.ts";

export type CustomerRow = {
  readonly id: CustomerId;
  readonly activityId: ActivityId;
  readonly kind: CustomerKind;
  readonly name: string;
  readonly siren: string | null;
  readonly siret: string | null;
  readonly vatNumber: string | null;
  readonly contactName: string;
  readonly email: string;
  readonly phone: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly referredBy: Referrer;
  readonly archived: boolean;
  /** Issued invoices less credit notes, with VAT. */
  readonly invoiced: Cents;
  /** What is still to pay on them. */
  readonly owed: Cents;
};

export type CustomerQuery = {
  readonly organizationId: OrganizationId;
  /** The activities that the actor sees; the filter is part of every list. */
  readonly activities: "all" | ReadonlySet<ActivityId>;
  readonly activityId?: ActivityId | null;
  /** A part of the name, the contact or the town; or the beginning of a SIREN, SIRET or VAT number. */
  readonly search: string;
  readonly archived: boolean;
  readonly limit: number;
  readonly offset: number;
};

/** ?etat=archives&activite=…&q=… : the same for the page and for its file. */
export function customerFilters(
  parameters: URLSearchParams,
): Pick<CustomerQuery, "activityId" | "search" | "archived"> {
  return {
    activityId: parseId<"activity">(parameters.get("activite")) as ActivityId | null,
    search: (parameters.get("q") ?? "").slice(0, 100),
    archived: parameters.get("etat") === "archives",
  };
}

export const CUSTOMER_ORDERS = ["name", "city", "invoiced", "owed"] as const;
export type CustomerOrder = { readonly key: (typeof CUSTOMER_ORDERS)[number]; readonly descending: boolean };

function matching(query: CustomerQuery) {
  const conditions = [sql`c.organization_id = ${query.organizationId}`];
  if (query.activities !== "all") conditions.push(sql`c.activity_id = any(${[...query.activities]}::uuid[])`);
  if (query.activityId) conditions.push(sql`c.activity_id = ${query.activityId}`);
  conditions.push(query.archived ? sql`c.archived_at is not null` : sql`c.archived_at is null`);
  const search = query.search.trim();
  if (search !== "") {
    const like = `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
    const number = search.replace(/[\s.]/g, "").toUpperCase();
    const numbers = /^[A-Z]{0,2}\d{3,}/.test(number)
      ? sql`or c.siren like ${`${number}%`} or c.siret like ${`${number}%`} or c.vat_number like ${`${number}%`}`
      : sql``;
    conditions.push(
      sql`(unaccent(c.name) ilike unaccent(${like}) or unaccent(c.contact_name) ilike unaccent(${like})
        or unaccent(c.city) ilike unaccent(${like}) ${numbers})`,
    );
  }
  return sql.join(conditions, sql` and `);
}

export async function countCustomers(tx: Tx, query: CustomerQuery): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from sales.customer c where ${matching(query)}`.execute(tx);
  return Number(rows[0]?.count ?? 0n);
}

/**
 * By name unless said otherwise. Ordered by a column of the customer, the page is cut before its invoices are added up;
 * ordered by a sum, the invoices of all are added up once.
 */
export async function listCustomers(tx: Tx, query: CustomerQuery, order?: CustomerOrder): Promise<CustomerRow[]> {
  const direction = order?.descending ? sql`desc` : sql`asc`;
  const cut = sql`limit ${query.limit} offset ${query.offset}`;
  const columns = sql`c.id, c.activity_id as "activityId", c.kind, c.name, c.siren, c.siret, c.vat_number as "vatNumber",
    c.contact_name as "contactName", c.email, c.phone, c.street, c.postal_code as "postalCode", c.city, c.country,
    c.referred_by as "referredBy", c.archived_at is not null as archived`;
  const sums = sql`coalesce(sum(case when i.kind = 'credit_note' then -i.due else i.due end), 0)::bigint as invoiced,
    coalesce(sum(case when i.kind = 'credit_note' then i.settled - i.due else i.due - i.settled end), 0)::bigint as owed`;
  if (order?.key === "invoiced" || order?.key === "owed") {
    const { rows } = await sql<CustomerRow>`
      select ${columns}, coalesce(s.invoiced, 0) as invoiced, coalesce(s.owed, 0) as owed
        from sales.customer c
        left join (select i.customer_id, ${sums} from sales.invoice i
                    where i.organization_id = ${query.organizationId} and i.status = 'issued'
                    group by i.customer_id) s on s.customer_id = c.id
       where ${matching(query)}
       order by ${order.key === "owed" ? sql`owed` : sql`invoiced`} ${direction}, unaccent(lower(c.name)), c.id ${cut}`.execute(
      tx,
    );
    return rows;
  }
  const by = order?.key === "city" ? sql`unaccent(lower(c.city))` : sql`unaccent(lower(c.name))`;
  const { rows } = await sql<CustomerRow>`
    with page as materialized (
      select c.*, row_number() over (order by ${by} ${direction}, unaccent(lower(c.name)), c.id) as rank
        from sales.customer c where ${matching(query)}
       order by rank ${cut})
    select ${columns}, s.invoiced, s.owed
      from page c
      cross join lateral (select ${sums} from sales.invoice i
        where i.organization_id = c.organization_id and i.customer_id = c.id and i.status = 'issued') s
     order by c.rank`.execute(tx);
  return rows;
}

/** A customer as a form offers it, with the VAT and unit of the last line sold to them. */
export type CustomerChoice = {
  readonly id: CustomerId;
  readonly name: string;
  readonly city: string;
  readonly siren: string | null;
  readonly paymentDays: number | null;
  readonly last: {
    readonly vat: LineVat;
    readonly unit: string;
    readonly nature: "goods" | "services";
    readonly account: string;
  } | null;
};

/** The customers of an activity, by name: at most 2,000, beyond which one searches the list of customers. */
export async function customerChoices(
  tx: Tx,
  organizationId: OrganizationId,
  activityId: ActivityId,
): Promise<CustomerChoice[]> {
  const { rows } = await sql<CustomerChoice>`
    select c.id, c.name, c.city, c.siren, c.payment_days as "paymentDays", coalesce(i.last, q.last) as last
      from sales.customer c
      left join lateral (
        select jsonb_path_query_first(d.content, '$.lines[*] ? (@.kind == "item")') as last
          from sales.invoice d
         where d.organization_id = c.organization_id and d.customer_id = c.id
         order by d.created_at desc limit 1) i on true
      left join lateral (
        select jsonb_path_query_first(d.content, '$.lines[*] ? (@.kind == "item")') as last
          from sales.quote d
         where i.last is null and d.organization_id = c.organization_id and d.customer_id = c.id
         order by d.created_at desc limit 1) q on true
     where c.organization_id = ${organizationId} and c.activity_id = ${activityId} and c.archived_at is null
     order by unaccent(lower(c.name)), c.id limit 2000`.execute(tx);
  return rows.map((row) => ({ ...row, last: row.last === null ? null : lastOf(row.last) }));
}

function lastOf(line: NonNullable<CustomerChoice["last"]>): CustomerChoice["last"] {
  const { vat, unit, nature, account } = line;
  return { vat, unit, nature, account };
}

export type CustomerDocument = {
  readonly kind: "quote" | "invoice" | "deposit" | "final" | "credit_note";
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly status: string;
  /** null for a draft. */
  readonly date: Day | null;
  readonly gross: Cents;
  readonly due: Cents;
  readonly settled: Cents;
  readonly dueDate: Day | null;
};

/** The quotes and invoices of a customer, the latest first. */
export async function documentsOf(
  tx: Tx,
  organizationId: OrganizationId,
  customerId: CustomerId,
  limit = 100,
): Promise<CustomerDocument[]> {
  const { rows } = await sql<CustomerDocument>`
    select kind, id, number, title, status, date, gross, due, settled, due_date as "dueDate" from (
      select 'quote' as kind, id, number, title, status, issue_date as date, gross,
             gross as due, 0::bigint as settled, valid_until as due_date, created_at
        from sales.quote where organization_id = ${organizationId} and customer_id = ${customerId}
      union all
      select kind, id, number, title, status, issue_date, gross, due, settled, due_date, created_at
        from sales.invoice where organization_id = ${organizationId} and customer_id = ${customerId}) d
     order by created_at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}
