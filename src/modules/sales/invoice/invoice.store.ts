/** SQL of invoices: load, save, list. Decisions are elsewhere. */

import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { SalesTables } from "../tables.ts";
import { type InvoiceContent, invoiceContentSchema, readFrozenInvoice } from "./frozen-invoice.ts";
import type { InvoiceId, InvoiceKind, InvoiceStatus } from "./invoice.ts";
import type { CustomerId, QuoteId, StoredInvoice } from "./stored-invoice.ts";

export type { CustomerId, QuoteId, StoredInvoice };

const sales = (tx: Tx) => tx.withTables<SalesTables>();

/** One invoice of the tenant, or null. `lock` takes its row lock: two acts on one invoice follow each other. */
export async function findInvoice(
  tx: Tx,
  organizationId: OrganizationId,
  id: InvoiceId,
  lock = false,
): Promise<StoredInvoice | null> {
  let query = sales(tx)
    .selectFrom("sales.invoice")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", id);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    activityId: row.activity_id,
    customerId: row.customer_id,
    quoteId: row.quote_id,
    kind: row.kind,
    creditedInvoiceId: row.credited_invoice_id,
    status: row.status,
    number: row.number,
    issueDate: row.issue_date,
    dueDate: row.due_date,
    title: row.title,
    content: invoiceContentSchema.parse(row.content),
    net: row.net,
    tax: row.tax,
    gross: row.gross,
    due: row.due,
    settled: row.settled,
    frozen: row.frozen === null ? null : readFrozenInvoice(row.frozen),
    entryId: row.entry_id,
    pdfHash: row.pdf_hash,
    sentAt: row.sent_at,
    updatedAt: row.updated_at,
    version: row.version,
  };
}

export type DraftToSave = {
  readonly id: InvoiceId;
  readonly activityId: ActivityId;
  readonly customerId: CustomerId;
  readonly quoteId: QuoteId | null;
  readonly kind: InvoiceKind;
  readonly creditedInvoiceId: InvoiceId | null;
  readonly issueDate: Day | null;
  readonly dueDate: Day | null;
  readonly title: string;
  readonly content: InvoiceContent;
  readonly net: Cents;
  readonly tax: Cents;
  readonly gross: Cents;
  readonly due: Cents;
};

function draftValues(draft: DraftToSave) {
  return {
    activity_id: draft.activityId,
    customer_id: draft.customerId,
    quote_id: draft.quoteId,
    kind: draft.kind,
    credited_invoice_id: draft.creditedInvoiceId,
    issue_date: draft.issueDate,
    due_date: draft.dueDate,
    title: draft.title,
    content: canonicalJson(draft.content as unknown as Json),
    net: draft.net,
    tax: draft.tax,
    gross: draft.gross,
    due: draft.due,
  };
}

export async function insertDraft(context: CommandContext, draft: DraftToSave): Promise<void> {
  await sales(context.tx)
    .insertInto("sales.invoice")
    .values({
      organization_id: context.organizationId,
      id: draft.id,
      status: "draft",
      ...draftValues(draft),
      created_by: context.actor.personId,
      created_at: context.now,
      updated_at: context.now,
    })
    .execute();
}

/** False when somebody saved another version meanwhile: nothing is overwritten. */
export async function updateDraft(context: CommandContext, draft: DraftToSave, version: number): Promise<boolean> {
  const result = await sales(context.tx)
    .updateTable("sales.invoice")
    .set({ ...draftValues(draft), updated_at: context.now, version: version + 1 })
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", draft.id)
    .where("version", "=", version)
    .where("status", "<>", "issued")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function setStatus(context: CommandContext, id: InvoiceId, status: InvoiceStatus): Promise<void> {
  await sales(context.tx)
    .updateTable("sales.invoice")
    .set({ status, updated_at: context.now })
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", id)
    .execute();
}

/** Those of them that are there still: a draft may have been thrown away. */
export async function invoicesStill(
  tx: Tx,
  organizationId: OrganizationId,
  ids: readonly InvoiceId[],
): Promise<ReadonlySet<InvoiceId>> {
  if (ids.length === 0) return new Set();
  const rows = await sales(tx)
    .selectFrom("sales.invoice")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("id", "in", ids)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export async function deleteDraft(context: CommandContext, id: InvoiceId): Promise<void> {
  await sales(context.tx)
    .deleteFrom("sales.invoice")
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", id)
    .execute();
}

/** Moves what has been settled, after a payment, a refund or a set-off. */
export async function setSettled(context: CommandContext, id: InvoiceId, settled: Cents): Promise<void> {
  await sales(context.tx)
    .updateTable("sales.invoice")
    .set({ settled, updated_at: context.now })
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", id)
    .execute();
}

export async function setPdf(tx: Tx, organizationId: OrganizationId, id: InvoiceId, hash: string): Promise<void> {
  await sales(tx)
    .updateTable("sales.invoice")
    .set({ pdf_hash: hash })
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .execute();
}

export async function setSent(context: CommandContext, id: InvoiceId): Promise<void> {
  await sales(context.tx)
    .updateTable("sales.invoice")
    .set({ sent_at: context.now })
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", id)
    .execute();
}
