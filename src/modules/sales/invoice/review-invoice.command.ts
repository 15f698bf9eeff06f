import { z } from "zod";
import { type Id, parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { settleCorrection, tellMove } from "../document/tell-people.store.ts";
import { findBuyer } from "./buyer.store.ts";
import { may } from "./invoice.policy.ts";
import { deleteDraft, findInvoice, type StoredInvoice, setStatus } from "./invoice.store.ts";
import { checkDraft, type InvoiceId, type InvoiceRefusal, invoiceTransitions } from "./invoice.ts";
import { addEvent } from "./invoice-event.store.ts";
import { deductionsFor } from "./invoice-link.store.ts";
import { checkDelay } from "./payment-delay.ts";

const invoiceId = z
  .string()
  .refine((value) => parseId(value) !== null, "field.required")
  .transform((value) => value as Id<"invoice">);
const input = z.object({ invoiceId });

type Reviewed = { invoiceId: InvoiceId };

async function move(
  context: CommandContext,
  id: InvoiceId,
  action: "submit" | "takeBack" | "return",
  comment: string,
  check?: (invoice: StoredInvoice) => Promise<InvoiceRefusal | null>,
): Promise<Reviewed | InvoiceRefusal> {
  const invoice = await findInvoice(context.tx, context.organizationId, id, true);
  if (invoice === null) return refuse("missing", "invoice.missing");
  const refusal = may(context.actor, action, invoice) ?? (await check?.(invoice)) ?? null;
  if (refusal) return refusal;
  const status = next(invoiceTransitions, invoice.status, action);
  if (status === null) return refuse("conflict", "invoice.wrongState");
  await setStatus(context, id, status);
  await addEvent(context, id, action, comment);
  await tellMove(context, { ...invoice, kind: "invoice" }, action, comment);
  context.audit({ subjectKind: "sales.invoice", subjectId: id });
  return { invoiceId: id };
}

/** The entrepreneur asks the cooperative to read the draft: it must already be one that could be issued. */
export const submitInvoice = defineCommand({
  name: "sales.invoice.submit",
  input,
  run: (context, { invoiceId: id }) =>
    move(context, id, "submit", "", async (invoice) => {
      const deductions = await deductionsFor(context.tx, context.organizationId, invoice, invoice.gross);
      const { kind, activityId, content } = invoice;
      return checkDraft({ kind, activityId, content, deductions }) ?? checkDueDay(context, invoice);
    }),
});

/** The day that was chosen, as if the invoice were issued today when it has no date yet: nobody learns it from a reviewer. */
async function checkDueDay({ tx, organizationId, today }: CommandContext, invoice: StoredInvoice) {
  if (invoice.dueDate === null || invoice.kind === "credit_note") return null;
  const buyer = await findBuyer(tx, organizationId, invoice.customerId);
  return buyer === null ? null : checkDelay(buyer, invoice.issueDate ?? today, invoice.dueDate);
}

export const takeBackInvoice = defineCommand({
  name: "sales.invoice.takeBack",
  input,
  run: (context, { invoiceId: id }) => move(context, id, "takeBack", ""),
});

/** The cooperative asks for a correction and says which. */
export const returnInvoice = defineCommand({
  name: "sales.invoice.return",
  input: z.object({ invoiceId, comment: z.string().trim().max(2000, "field.tooLong") }),
  async run(context, { invoiceId: id, comment }): Promise<Reviewed | InvoiceRefusal> {
    if (comment === "") return refuse("invalid", "invoice.commentMissing", {}, "comment");
    return move(context, id, "return", comment);
  },
});

/** Drafts without a number only: an issued invoice is corrected by a credit note. */
export const deleteInvoice = defineCommand({
  name: "sales.invoice.delete",
  input,
  async run(context, { invoiceId: id }): Promise<Reviewed | InvoiceRefusal> {
    const invoice = await findInvoice(context.tx, context.organizationId, id, true);
    if (invoice === null) return refuse("missing", "invoice.missing");
    const refusal = may(context.actor, "delete", invoice);
    if (refusal) return refusal;
    await deleteDraft(context, id);
    await settleCorrection(context, { kind: "invoice", id });
    context.audit({ subjectKind: "sales.invoice", subjectId: id });
    return { invoiceId: id };
  },
});
