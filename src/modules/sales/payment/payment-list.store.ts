/** SQL of lists of payments: what a page or a file shows, one row each. */

import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import { type ActivityId, type OrganizationId, parseId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";
import { type ListPeriod, listPeriod } from "../document/list-period.ts";
import type { InvoiceId } from "../invoice/invoice.ts";
import { PAYMENT_METHODS, type PaymentId, type PaymentMethod } from "./payment.ts";

export type ListedPayment = {
  readonly id: PaymentId;
  readonly invoiceId: InvoiceId;
  readonly number: string;
  readonly activityId: ActivityId;
  readonly customerName: string;
  readonly paidOn: Day;
  readonly method: PaymentMethod | "set_off";
  readonly reference: string;
  /** Received; below zero when given back, or when it undoes a payment. */
  readonly amount: Cents;
  /** What the tolerance took: gained, or lost below zero. */
  readonly difference: Cents;
};

export type PaymentFilters = ListPeriod & {
  readonly method: PaymentMethod | null;
  readonly activityId: ActivityId | null;
  /** A part of the customer's name, of the invoice's number or of the reference. */
  readonly search: string;
};

/** ?moyen=cheque&periode=mois&activite=…&q=… : the same for the page and for its file. */
export function paymentFilters(parameters: URLSearchParams, today: Day): PaymentFilters {
  return {
    method: PAYMENT_METHODS.find((one) => one === parameters.get("moyen")) ?? null,
    activityId: parseId<"activity">(parameters.get("activite")) as ActivityId | null,
    search: (parameters.get("q") ?? "").trim().slice(0, 100),
    ...listPeriod(parameters, today),
  };
}

/** The latest first. Set-offs move no money: they are read on their documents. */
export async function listPayments(
  tx: Tx,
  query: PaymentFilters & {
    readonly organizationId: OrganizationId;
    /** The activities that the actor sees; the filter is part of every list. */
    readonly activities: "all" | ReadonlySet<ActivityId>;
    /** "2026-03-15_<id>": the last row of the page before. */
    readonly after?: string | null;
    readonly limit: number;
  },
): Promise<{ rows: ListedPayment[]; after: string | null }> {
  const conditions = [sql`p.organization_id = ${query.organizationId}`, sql`p.method <> 'set_off'`];
  if (query.activities !== "all") conditions.push(sql`p.activity_id = any(${[...query.activities]}::uuid[])`);
  if (query.activityId) conditions.push(sql`p.activity_id = ${query.activityId}`);
  if (query.method) conditions.push(sql`p.method = ${query.method}`);
  if (query.from) conditions.push(sql`p.paid_on >= ${query.from}`);
  if (query.until) conditions.push(sql`p.paid_on <= ${query.until}`);
  if (query.search !== "") {
    const like = `%${query.search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
    conditions.push(
      sql`(unaccent(c.name) ilike unaccent(${like}) or i.number ilike ${like} or p.reference ilike ${like})`,
    );
  }
  const cursor = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(query.after ?? "");
  if (cursor) conditions.push(sql`(p.paid_on, p.id) < (${cursor[1]}::date, ${cursor[2]}::uuid)`);
  const { rows } = await sql<ListedPayment>`
    select p.id, p.invoice_id as "invoiceId", i.number, p.activity_id as "activityId", c.name as "customerName",
           p.paid_on as "paidOn", p.method, p.reference, p.difference,
           case i.kind when 'credit_note' then -(p.amount + p.difference) else p.amount + p.difference end as amount
      from sales.payment p
      join sales.invoice i on i.organization_id = p.organization_id and i.id = p.invoice_id
      join sales.customer c on c.organization_id = i.organization_id and c.id = i.customer_id
     where ${sql.join(conditions, sql` and `)}
     order by p.paid_on desc, p.id desc
     limit ${query.limit + 1}`.execute(tx);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return { rows: page, after: rows.length > query.limit && last ? `${last.paidOn}_${last.id}` : null };
}
