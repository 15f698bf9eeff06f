import { z } from "zod";
import { addDays, type Day, parseDay } from "#kernel/day.ts";
import { type ActivityId, type Id, parseId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { computeTotals } from "../document/totals.ts";
import { chosenCustomer } from "../input.ts";
import { findBuyer } from "./buyer.store.ts";
import { invoiceContentSchema } from "./frozen-invoice.ts";
import { may } from "./invoice.policy.ts";
import { findInvoice, insertDraft, updateDraft } from "./invoice.store.ts";
import { claimOf, type InvoiceId, type InvoiceRefusal, MAX_LINES } from "./invoice.ts";
import { addEvent } from "./invoice-event.store.ts";
import { deductionsFor } from "./invoice-link.store.ts";
import { checkDelay } from "./payment-delay.ts";

const id = <Noun extends string>() =>
  z
    .string("field.required")
    .refine((value) => parseId(value) !== null, "field.required")
    .transform((value) => value as Id<Noun>);
const day = z
  .string()
  .nullable()
  .refine((value) => value === null || parseDay(value) !== null, "field.day")
  .transform((value) => value as Day | null);

const input = z.object({
  /** null creates a draft. */
  invoiceId: id<"invoice">().nullable(),
  /** The version that the person had before their eyes. */
  version: z.int().min(1).nullable(),
  activityId: id<"activity">(),
  customerId: chosenCustomer(),
  issueDate: day,
  dueDate: day,
  title: z.string().trim().max(200, "field.tooLong"),
  content: invoiceContentSchema,
});

/** Creates or changes a draft. A second person who edits meanwhile is told; nothing is overwritten silently. */
export const saveInvoice = defineCommand({
  name: "sales.invoice.save",
  input,
  async run(context, draft): Promise<{ invoiceId: InvoiceId; version: number } | InvoiceRefusal> {
    const { tx, organizationId, actor } = context;
    const buyer = await findBuyer(tx, organizationId, draft.customerId);
    if (buyer === null || buyer.activityId !== draft.activityId) {
      return refuse("invalid", "invoice.customerMissing", {}, "customerId");
    }
    if (draft.content.lines.length > MAX_LINES) {
      return refuse("invalid", "invoice.tooManyLines", { max: String(MAX_LINES) }, "lines");
    }
    if (draft.dueDate !== null && draft.issueDate !== null && draft.dueDate < draft.issueDate) {
      return refuse("invalid", "invoice.dueBeforeIssue", {}, "dueDate");
    }
    const from = draft.issueDate ?? context.today;
    const days = draft.content.paymentDays ?? null;
    // A day alone waits for the day of issue, which may still come later.
    const dueOn = days === null ? draft.issueDate && draft.dueDate : addDays(from, days);
    const tooLate = dueOn === null ? null : checkDelay(buyer, from, dueOn);
    if (tooLate) return tooLate;
    const totals = computeTotals(draft.content);
    const amounts = { net: totals.net, tax: totals.tax, gross: totals.gross };
    const common = {
      activityId: draft.activityId as ActivityId,
      customerId: draft.customerId,
      issueDate: draft.issueDate,
      dueDate: draft.dueDate,
      title: draft.title,
      content: draft.content,
      ...amounts,
    };

    if (draft.invoiceId === null) {
      const refusal = may(actor, "create", { activityId: draft.activityId as ActivityId, status: "draft" });
      if (refusal) return refusal;
      if (actor.own.get(draft.activityId as ActivityId)?.quoteRequired)
        return refuse("forbidden", "invoice.quoteRequired");
      const invoiceId = context.id<"invoice">();
      const due = totals.gross < 0n ? (0n as typeof totals.gross) : totals.gross;
      await insertDraft(context, {
        id: invoiceId,
        kind: "invoice",
        quoteId: null,
        creditedInvoiceId: null,
        ...common,
        due,
      });
      await addEvent(context, invoiceId, "create");
      context.audit({ subjectKind: "sales.invoice", subjectId: invoiceId });
      return { invoiceId, version: 1 };
    }

    const stored = await findInvoice(tx, organizationId, draft.invoiceId, true);
    if (stored === null) return refuse("missing", "invoice.missing");
    const refusal = may(actor, "edit", stored);
    if (refusal) return refusal;
    // The activity decides the books and the rights: it does not change under a draft.
    if (stored.activityId !== draft.activityId) return refuse("missing", "invoice.missing");
    if (draft.version !== stored.version) return refuse("conflict", "invoice.changedMeanwhile");
    const deductions = await deductionsFor(tx, organizationId, stored, totals.gross);
    const claimed = claimOf(totals, deductions).due;
    const due = claimed < 0n ? (0n as typeof claimed) : claimed;
    const saved = await updateDraft(
      context,
      {
        id: stored.id,
        kind: stored.kind,
        quoteId: stored.quoteId,
        creditedInvoiceId: stored.creditedInvoiceId,
        ...common,
        due,
      },
      stored.version,
    );
    if (!saved) return refuse("conflict", "invoice.changedMeanwhile");
    context.audit({ subjectKind: "sales.invoice", subjectId: stored.id, details: { version: stored.version + 1 } });
    return { invoiceId: stored.id, version: stored.version + 1 };
  },
});
