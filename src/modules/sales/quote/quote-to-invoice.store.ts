import { sql } from "kysely";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";
import type { QuoteId } from "./quote.ts";

export type QuoteToInvoice = {
  readonly id: QuoteId;
  readonly number: string;
  readonly title: string;
  readonly customerName: string;
  /** What the customer signed for, with VAT, less what was invoiced (`progressOf` says the same on the quote's page). */
  readonly leftToInvoice: Cents;
};

/** Accepted quotes whose next invoice is not begun yet, the latest first. */
export async function quotesToInvoice(
  tx: Tx,
  query: {
    readonly organizationId: OrganizationId;
    readonly activities: ReadonlySet<ActivityId>;
    readonly limit: number;
  },
): Promise<QuoteToInvoice[]> {
  const { rows } = await sql<QuoteToInvoice>`
    select q.id, q.number, q.title, c.name as "customerName", q.gross - made.due as "leftToInvoice"
      from sales.quote q
      join sales.customer c on c.organization_id = q.organization_id and c.id = q.customer_id
     cross join lateral (
       select coalesce(sum(case i.kind when 'credit_note' then -i.due else i.due end)
                filter (where i.status = 'issued'), 0)::bigint as due,
              coalesce(bool_or(i.status <> 'issued'), false) as begun
         from sales.invoice i where i.organization_id = q.organization_id and i.quote_id = q.id) made
     where q.organization_id = ${query.organizationId} and q.status = 'accepted'
       and q.activity_id = any(${[...query.activities]}::uuid[])
       and not made.begun and q.gross > made.due
     order by q.id desc limit ${query.limit}`.execute(tx);
  return rows;
}
