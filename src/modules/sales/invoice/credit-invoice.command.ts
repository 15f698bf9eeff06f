import { z } from "zod";
import { type Id, parseId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { computeTotals } from "../document/totals.ts";
import { dueOf } from "../payment/vat-on-receipt.ts";
import { may } from "./invoice.policy.ts";
import { findInvoice, insertDraft } from "./invoice.store.ts";
import type { InvoiceId } from "./invoice.ts";
import { addEvent } from "./invoice-event.store.ts";
import { creditNotesOf } from "./invoice-link.store.ts";

const input = z.object({
  invoiceId: z
    .string()
    .refine((value) => parseId(value) !== null, "field.required")
    .transform((value) => value as Id<"invoice">),
});

/**
 * Prepares a credit note of all that is left of an invoice, as a draft: lines may then be changed or removed for a
 * partial one. It is reviewed and issued like an invoice, and settles what is still unpaid.
 */
export const creditInvoice = defineCommand({
  name: "sales.invoice.credit",
  input,
  async run(context, { invoiceId }): Promise<{ invoiceId: InvoiceId } | Refusal> {
    const { tx, organizationId, actor } = context;
    const invoice = await findInvoice(tx, organizationId, invoiceId, true);
    if (invoice === null) return refuse("missing", "invoice.missing");
    const refusal = may(actor, "credit", invoice);
    if (refusal) return invoice.status === "issued" ? refusal : refuse("conflict", "invoice.notCreditable");
    if (invoice.frozen === null || invoice.kind === "credit_note") return refuse("conflict", "invoice.notCreditable");
    const earlier = await creditNotesOf(tx, organizationId, invoiceId);
    const credited = earlier.reduce((total, note) => total + note.gross, 0n);
    if (credited >= dueOf(invoice.frozen.claim)) return refuse("conflict", "invoice.creditExceeds");

    const { content } = invoice.frozen;
    const totals = computeTotals(content);
    const id = context.id<"invoice">();
    await insertDraft(context, {
      id,
      activityId: invoice.activityId,
      customerId: invoice.customerId,
      quoteId: invoice.quoteId,
      kind: "credit_note",
      creditedInvoiceId: invoiceId,
      issueDate: null,
      dueDate: null,
      title: invoice.title,
      content,
      net: totals.net,
      tax: totals.tax,
      gross: totals.gross,
      // A credit of a whole final invoice gives back its balance: the deposits stand again.
      due: invoice.due,
    });
    await addEvent(context, id, "create");
    await addEvent(context, invoiceId, "credit");
    context.audit({ subjectKind: "sales.invoice", subjectId: id, details: { credits: invoiceId } });
    return { invoiceId: id };
  },
});
