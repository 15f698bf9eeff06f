import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { findCustomer } from "../customer/customer.store.ts";
import { settleCorrection } from "../document/tell-people.store.ts";
import { computeTotals } from "../document/totals.ts";
import { chosenCustomer, id, version } from "../input.ts";
import { mayQuote } from "./quote.policy.ts";
import { addQuoteEvent, deleteQuoteDraft, findQuote, insertQuote, updateQuote } from "./quote.store.ts";
import { checkSize, type QuoteId } from "./quote.ts";
import { quoteContentSchema } from "./quote-json.ts";

const saveInput = z.object({
  /** null creates a draft. */
  quoteId: id<"quote">().nullable(),
  /** The version that the person had before their eyes; null for a new one. */
  version: version.nullable(),
  activityId: id<"activity">(),
  customerId: chosenCustomer(),
  title: z.string().trim().max(200, "field.tooLong"),
  content: quoteContentSchema,
});

type Saved = { quoteId: QuoteId; version: number };

/** Creates or changes a draft. A second person who edits meanwhile is told; nothing is overwritten silently. */
export const saveQuote = defineCommand({
  name: "sales.quote.save",
  input: saveInput,
  async run(context, draft): Promise<Saved | Refusal> {
    const { tx, organizationId, actor, today } = context;
    const { activityId, customerId, title, content } = draft;
    const stored = draft.quoteId === null ? null : await findQuote(tx, organizationId, draft.quoteId, today, true);
    if (draft.quoteId !== null && stored === null) return refuse("missing", "quote.missing");
    const refusal =
      stored === null ? mayQuote(actor, "create", { activityId, status: "draft" }) : mayQuote(actor, "edit", stored);
    if (refusal) return refusal;
    // The activity decides the rights and the books: it does not change under a draft.
    if (stored !== null && stored.activityId !== activityId) return refuse("missing", "quote.missing");
    const customer = await findCustomer(tx, organizationId, customerId);
    if (customer === null || customer.activityId !== activityId) {
      return refuse("invalid", "quote.customerMissing", {}, "customerId");
    }
    if (customer.erased) return refuse("conflict", "customer.erased");
    const problem = checkSize(content);
    if (problem) return problem;
    const { net, tax, gross } = computeTotals(content);
    const values = { activityId, customerId, title, content, net, tax, gross };

    if (stored === null) {
      const quoteId = context.id<"quote">();
      await insertQuote(context, quoteId, values);
      await addQuoteEvent(context, quoteId, "create");
      context.audit({ subjectKind: "sales.quote", subjectId: quoteId });
      return { quoteId, version: 1 };
    }
    if (draft.version !== stored.version || !(await updateQuote(context, stored.id, values, stored.version))) {
      return refuse("conflict", "quote.changedMeanwhile");
    }
    context.audit({ subjectKind: "sales.quote", subjectId: stored.id, details: { version: stored.version + 1 } });
    return { quoteId: stored.id, version: stored.version + 1 };
  },
});

/** A new draft with the same customer and lines. What was signed or refused stays as it was. */
export const duplicateQuote = defineCommand({
  name: "sales.quote.duplicate",
  input: z.object({ quoteId: id<"quote">() }),
  async run(context, { quoteId }): Promise<Saved | Refusal> {
    const { tx, organizationId, actor, today } = context;
    const stored = await findQuote(tx, organizationId, quoteId, today);
    if (stored === null) return refuse("missing", "quote.missing");
    const refusal = mayQuote(actor, "duplicate", stored);
    if (refusal) return refusal;
    const copyId = context.id<"quote">();
    await insertQuote(context, copyId, stored);
    await addQuoteEvent(context, copyId, "create");
    context.audit({ subjectKind: "sales.quote", subjectId: copyId, details: { copyOf: quoteId } });
    return { quoteId: copyId, version: 1 };
  },
});

/** Drafts without a number only: a validated quote stays. */
export const deleteQuote = defineCommand({
  name: "sales.quote.delete",
  input: z.object({ quoteId: id<"quote">() }),
  async run(context, { quoteId }): Promise<{ quoteId: QuoteId } | Refusal> {
    const { tx, organizationId, actor, today } = context;
    const stored = await findQuote(tx, organizationId, quoteId, today, true);
    if (stored === null) return refuse("missing", "quote.missing");
    const refusal = mayQuote(actor, "delete", stored);
    if (refusal) return refusal;
    await deleteQuoteDraft(context, quoteId);
    await settleCorrection(context, { kind: "quote", id: quoteId });
    context.audit({ subjectKind: "sales.quote", subjectId: quoteId });
    return { quoteId };
  },
});
