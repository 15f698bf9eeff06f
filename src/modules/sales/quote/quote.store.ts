/** SQL of quotes: load, save. Decisions are elsewhere. */

import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { CustomerId } from "../customer/customer.ts";
import type { SalesTables } from "../tables.ts";
import { type FrozenQuote, readFrozenQuote } from "./frozen-quote.ts";
import { type QuoteContent, type QuoteId, type QuoteStatus, statusOn } from "./quote.ts";
import { quoteContentSchema } from "./quote-json.ts";
import type { QuoteInvoice, StoredQuote } from "./stored-quote.ts";

const sales = (tx: Tx) => tx.withTables<SalesTables>();

/** One quote of the tenant as it stands on a day, or null. `lock` makes two acts on it follow each other. */
export async function findQuote(
  tx: Tx,
  organizationId: OrganizationId,
  id: QuoteId,
  today: Day,
  lock = false,
): Promise<StoredQuote | null> {
  const query = sales(tx)
    .selectFrom("sales.quote")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    activityId: row.activity_id,
    customerId: row.customer_id,
    status: statusOn(row.status, row.valid_until, today),
    number: row.number,
    title: row.title,
    issueDate: row.issue_date,
    validUntil: row.valid_until,
    content: quoteContentSchema.parse(row.content),
    net: row.net,
    tax: row.tax,
    gross: row.gross,
    frozen: row.frozen === null ? null : readFrozenQuote(row.frozen),
    pdfHash: row.pdf_hash,
    version: row.version,
  };
}

export type QuoteDraft = {
  readonly activityId: ActivityId;
  readonly customerId: CustomerId;
  readonly title: string;
  readonly content: QuoteContent;
  readonly net: Cents;
  readonly tax: Cents;
  readonly gross: Cents;
};

const draftValues = (draft: QuoteDraft) => ({
  customer_id: draft.customerId,
  title: draft.title,
  content: canonicalJson(draft.content as unknown as Json),
  net: draft.net,
  tax: draft.tax,
  gross: draft.gross,
});

export async function insertQuote(context: CommandContext, id: QuoteId, draft: QuoteDraft): Promise<void> {
  await sales(context.tx)
    .insertInto("sales.quote")
    .values({
      organization_id: context.organizationId,
      id,
      activity_id: draft.activityId,
      status: "draft",
      ...draftValues(draft),
      created_by: context.actor.personId,
      created_at: context.now,
      updated_at: context.now,
    })
    .execute();
}

/** False when somebody saved another version, or validated it, meanwhile: nothing is overwritten. */
export async function updateQuote(
  context: CommandContext,
  id: QuoteId,
  draft: QuoteDraft,
  version: number,
): Promise<boolean> {
  const result = await sales(context.tx)
    .updateTable("sales.quote")
    .set({ ...draftValues(draft), updated_at: context.now, version: version + 1 })
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", id)
    .where("version", "=", version)
    .where("number", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function setQuoteStatus(context: CommandContext, id: QuoteId, status: QuoteStatus): Promise<void> {
  await sales(context.tx)
    .updateTable("sales.quote")
    .set({ status, updated_at: context.now })
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", id)
    .execute();
}

/** Gives a draft its number and freezes it for ever. */
export async function freezeStoredQuote(context: CommandContext, id: QuoteId, frozen: FrozenQuote): Promise<void> {
  await sales(context.tx)
    .updateTable("sales.quote")
    .set({
      status: "validated",
      number: frozen.number,
      issue_date: frozen.issueDate,
      valid_until: frozen.validUntil,
      frozen: canonicalJson(frozen as unknown as Json),
      updated_at: context.now,
    })
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", id)
    .execute();
}

/** Those of them that are there still: a draft may have been thrown away. */
export async function quotesStill(
  tx: Tx,
  organizationId: OrganizationId,
  ids: readonly QuoteId[],
): Promise<ReadonlySet<QuoteId>> {
  if (ids.length === 0) return new Set();
  const rows = await sales(tx)
    .selectFrom("sales.quote")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("id", "in", ids)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export async function deleteQuoteDraft(context: CommandContext, id: QuoteId): Promise<void> {
  await sales(context.tx)
    .deleteFrom("sales.quote")
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", id)
    .execute();
}

export async function setQuotePdf(tx: Tx, organizationId: OrganizationId, id: QuoteId, hash: string): Promise<void> {
  await sales(tx)
    .updateTable("sales.quote")
    .set({ pdf_hash: hash })
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .execute();
}

/** Where the PDF of a validated quote is kept; null for a draft. */
export async function quotePdf(
  tx: Tx,
  organizationId: OrganizationId,
  id: string,
): Promise<{ readonly number: string; readonly hash: string | null } | null> {
  const row = await sales(tx)
    .selectFrom("sales.quote")
    .select(["number", "pdf_hash as hash"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", id as QuoteId)
    .where("number", "is not", null)
    .executeTakeFirst();
  return row === undefined || row.number === null ? null : { number: row.number, hash: row.hash };
}

/** One line of the timeline: who did what to a quote, with their words. */
export async function addQuoteEvent(context: CommandContext, id: QuoteId, action: string, comment = ""): Promise<void> {
  await sales(context.tx)
    .insertInto("sales.document_event")
    .values({
      organization_id: context.organizationId,
      id: context.id(),
      document_kind: "quote",
      document_id: id,
      action,
      person_id: context.actor.personId,
      comment,
      at: context.now,
    })
    .execute();
}

/** The invoices and credit notes made from a quote, drafts included, the oldest first. */
export async function invoicesOfQuote(
  tx: Tx,
  organizationId: OrganizationId,
  quoteId: QuoteId,
): Promise<QuoteInvoice[]> {
  return sales(tx)
    .selectFrom("sales.invoice")
    .select(["id", "kind", "number", "status", "issue_date as issueDate", "due", "settled"])
    .where("organization_id", "=", organizationId)
    .where("quote_id", "=", quoteId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}
