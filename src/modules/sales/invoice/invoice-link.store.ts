/** SQL of what ties an invoice to others: its credit notes, its quote, the deposits it deducts. */

import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";
import type { SalesTables } from "../tables.ts";
import type { DocumentReference } from "./frozen-invoice.ts";
import { findInvoice } from "./invoice.store.ts";
import type { Deduction, InvoiceId } from "./invoice.ts";
import type { QuoteId, StoredInvoice } from "./stored-invoice.ts";

const sales = (tx: Tx) => tx.withTables<SalesTables>();

/** The issued credit notes of an invoice. */
export async function creditNotesOf(tx: Tx, organizationId: OrganizationId, id: InvoiceId): Promise<StoredInvoice[]> {
  const rows = await sales(tx)
    .selectFrom("sales.invoice")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("credited_invoice_id", "=", id)
    .where("status", "=", "issued")
    .orderBy("id")
    .execute();
  const found = await Promise.all(rows.map((row) => findInvoice(tx, organizationId, row.id)));
  return found.filter((item) => item !== null);
}

/** What the issued deposits of a quote claimed, less what was credited: what its final invoice deducts. */
export async function depositsOf(tx: Tx, organizationId: OrganizationId, quoteId: QuoteId): Promise<Deduction[]> {
  const rows = await sales(tx)
    .selectFrom("sales.invoice")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("quote_id", "=", quoteId)
    .where("kind", "=", "deposit")
    .where("status", "=", "issued")
    .orderBy("issue_date")
    .orderBy("id")
    .execute();
  const deductions: Deduction[] = [];
  for (const { id } of rows) {
    const deposit = await findInvoice(tx, organizationId, id);
    if (!deposit?.frozen) continue;
    const credits = await creditNotesOf(tx, organizationId, id);
    const groups = deposit.frozen.claim.map(({ vat, net, tax }) => {
      const back = credits
        .flatMap((credit) => credit.frozen?.claim ?? [])
        .filter((group) => group.vat.rate === vat.rate && group.vat.category === vat.category);
      return {
        vat,
        net: back.reduce((left, group) => (left - group.net) as Cents, net),
        tax: back.reduce((left, group) => (left - group.tax) as Cents, tax),
      };
    });
    if (groups.every((group) => group.net === 0n && group.tax === 0n)) continue;
    deductions.push({ invoiceId: id, number: deposit.frozen.number, issueDate: deposit.frozen.issueDate, groups });
  }
  return deductions;
}

/** The number and date of the quote that an invoice comes from. */
export async function findQuoteReference(
  tx: Tx,
  organizationId: OrganizationId,
  quoteId: QuoteId,
): Promise<DocumentReference | null> {
  const row = await sales(tx)
    .selectFrom("sales.quote")
    .select(["number", "issue_date"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", quoteId)
    .executeTakeFirst();
  return row?.number && row.issue_date ? { number: row.number, issueDate: row.issue_date } : null;
}

/** True when a quote has its final (or only) invoice, issued or on its way, not credited in full. */
export async function hasFinalOf(tx: Tx, organizationId: OrganizationId, quoteId: QuoteId): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (
    select 1 from sales.invoice i
     where i.organization_id = ${organizationId} and i.quote_id = ${quoteId} and i.kind in ('invoice', 'final')
       and (i.status <> 'issued' or i.due > coalesce((select sum(c.due) from sales.invoice c
             where c.organization_id = i.organization_id and c.credited_invoice_id = i.id and c.status = 'issued'), 0))) as found`.execute(
    tx,
  );
  return rows[0]?.found ?? false;
}

/** The claims made on a quote so far, drafts included, credited ones left out: how many, and how much with VAT. */
export async function plannedClaimsOf(
  tx: Tx,
  organizationId: OrganizationId,
  quoteId: QuoteId,
): Promise<{ readonly count: number; readonly amount: Cents }> {
  const { rows } = await sql<{ count: bigint; amount: string }>`
    select count(*) as count, coalesce(sum(i.gross), 0)::text as amount
      from sales.invoice i
     where i.organization_id = ${organizationId} and i.quote_id = ${quoteId} and i.kind = 'deposit'
       and not exists (select 1 from sales.invoice c
             where c.organization_id = i.organization_id and c.credited_invoice_id = i.id and c.status = 'issued' and c.due >= i.due)`.execute(
    tx,
  );
  return { count: Number(rows[0]?.count ?? 0n), amount: BigInt(rows[0]?.amount ?? "0") as Cents };
}

/**
 * What a document deducts: a final invoice, the issued deposits of its quote; a credit note that mirrors the whole of
 * one, what that one deducted (so that it gives back the balance and the deposits stand again); others, nothing.
 */
export async function deductionsFor(
  tx: Tx,
  organizationId: OrganizationId,
  invoice: Pick<StoredInvoice, "kind" | "quoteId" | "creditedInvoiceId">,
  gross: Cents,
): Promise<readonly Deduction[]> {
  if (invoice.kind === "final" && invoice.quoteId !== null) return depositsOf(tx, organizationId, invoice.quoteId);
  if (invoice.kind !== "credit_note" || invoice.creditedInvoiceId === null) return [];
  const credited = await findInvoice(tx, organizationId, invoice.creditedInvoiceId);
  return credited?.frozen && credited.gross === gross ? credited.frozen.deductions : [];
}
