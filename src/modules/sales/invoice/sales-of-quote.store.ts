import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";
import type { InvoiceId } from "./invoice.ts";
import type { QuoteId } from "./stored-invoice.ts";

/** A document that made a sale of a quote: its invoice, its balance, a credit note on one of these (negative). */
export type SaleOfQuote = {
  readonly invoiceId: InvoiceId;
  readonly number: string;
  readonly issueDate: Day;
  /** Before tax. */
  readonly net: Cents;
};

/** What a quote came to, document after document. Deposits are no sale yet: the balance holds the whole. */
export async function salesOfQuote(
  tx: Tx,
  organizationId: OrganizationId,
  quoteId: QuoteId,
): Promise<readonly SaleOfQuote[]> {
  const { rows } = await sql<SaleOfQuote & { readonly net: string }>`
    select i.id as "invoiceId", i.number, i.issue_date as "issueDate",
           (case when i.kind = 'credit_note' then -i.net else i.net end)::text as net
      from sales.invoice i
      left join sales.invoice c on c.organization_id = i.organization_id and c.id = i.credited_invoice_id
     where i.organization_id = ${organizationId} and i.status = 'issued'
       and ((i.kind in ('invoice', 'final') and i.quote_id = ${quoteId})
         or (i.kind = 'credit_note' and c.kind in ('invoice', 'final') and c.quote_id = ${quoteId}))
     order by i.issue_date, i.number`.execute(tx);
  return rows.map((row) => ({ ...row, net: BigInt(row.net) as Cents }));
}
