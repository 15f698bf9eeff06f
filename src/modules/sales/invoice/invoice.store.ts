/** SQL of invoices: load, save, list. Decisions are elsewhere. */

import { sql } from "kysely";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { Day, Instant } from "#kernel/day.ts";
import type { ActivityId, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import type { Refusal } from "#kernel/refusal.ts";
import { type PreparedPosting, refusePosting, refusePostingError } from "#modules/ledger/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { SalesTables } from "../tables.ts";
import {
  type DocumentReference,
  type FrozenBuyer,
  type FrozenInvoice,
  type InvoiceContent,
  invoiceContentSchema,
  readFrozenInvoice,
} from "./frozen-invoice.ts";
import type { Deduction, InvoiceId, InvoiceKind, InvoiceStatus } from "./invoice.ts";
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

export async function deleteDraft(context: CommandContext, id: InvoiceId): Promise<void> {
  await sales(context.tx)
    .deleteFrom("sales.invoice")
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", id)
    .execute();
}

/** What the end of an issue needs, all decided: "{number}" stands for the number in the entry's texts. */
export type IssueToFinish = {
  readonly invoiceId: InvoiceId;
  readonly seriesKey: string;
  readonly parts: { readonly prefix: string; readonly width: number; readonly suffix: string };
  readonly frozen: Omit<FrozenInvoice, "number">;
  readonly due: Cents;
  readonly posting: PreparedPosting;
};

/**
 * Number, entry and frozen document in one call, under the locks of the series and of the chain until the commit.
 * `lastDate` later than the issue date, or a number of more than 20 characters: nothing was posted, roll back.
 */
export async function finishIssue(
  context: CommandContext,
  issue: IssueToFinish,
): Promise<{ readonly number: string; readonly lastDate: Day; readonly entryId: string } | Refusal> {
  const { entry, lines } = issue.posting;
  const { prefix, width, suffix } = issue.parts;
  const entryId = context.id<"entry">();
  type Answer = {
    number: string;
    last_date: Day;
    refusal: Parameters<typeof refusePosting>[0] | null;
    fact: string | null;
  };
  try {
    const { rows } = await sql<Answer>`
      select * from sales.issue_document(${context.organizationId}, ${issue.invoiceId}, ${issue.seriesKey}, ${prefix},
        ${width}, ${suffix}, ${issue.frozen.issueDate}, ${issue.frozen.dueDate}, ${entryId}, ${entry.journalCode},
        ${entry.label}, ${entry.source.kind}, ${context.today}, ${context.now}, ${context.actor.personId}, ${lines}::jsonb,
        ${canonicalJson(issue.frozen as unknown as Json)}::jsonb, ${issue.due}, ${context.dryRun})`.execute(context.tx);
    const answer = rows[0] as Answer;
    if (answer.refusal) return refusePosting(answer.refusal, entry, answer.fact ?? "");
    return { number: answer.number, lastDate: answer.last_date, entryId };
  } catch (error) {
    const known = refusePostingError(error, entry);
    if (known) return known;
    throw error;
  }
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

export async function addEvent(context: CommandContext, id: InvoiceId, action: string, comment = ""): Promise<void> {
  await sales(context.tx)
    .insertInto("sales.document_event")
    .values({
      organization_id: context.organizationId,
      id: context.id(),
      document_kind: "invoice",
      document_id: id,
      action,
      person_id: context.actor.personId,
      comment,
      at: context.now,
    })
    .execute();
}

export type InvoiceEvent = {
  readonly action: string;
  readonly personId: PersonId;
  readonly comment: string;
  readonly at: Instant;
};

export async function eventsOf(
  tx: Tx,
  organizationId: OrganizationId,
  id: InvoiceId | QuoteId,
): Promise<InvoiceEvent[]> {
  const rows = await sales(tx)
    .selectFrom("sales.document_event")
    .select([
      "action",
      "person_id",
      "comment",
      sql<Instant>`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`.as("at"),
    ])
    .where("organization_id", "=", organizationId)
    .where("document_id", "=", id)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ action: row.action, personId: row.person_id, comment: row.comment, at: row.at }));
}

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

export type StoredBuyer = FrozenBuyer & { readonly paymentDays: number | null; readonly activityId: ActivityId };

export async function findBuyer(tx: Tx, organizationId: OrganizationId, id: CustomerId): Promise<StoredBuyer | null> {
  const row = await sales(tx)
    .selectFrom("sales.customer")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    kind: row.kind,
    name: row.name,
    contactName: row.contact_name,
    siren: row.siren,
    siret: row.siret,
    vatNumber: row.vat_number,
    email: row.email,
    street: row.street,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
    electronicAddress: row.electronic_address,
    buyerReference: row.buyer_reference,
    paymentDays: row.payment_days,
    activityId: row.activity_id,
  };
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
