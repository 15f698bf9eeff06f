import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { tellMove } from "../document/tell-people.store.ts";
import { id } from "../input.ts";
import { mayQuote } from "./quote.policy.ts";
import { addQuoteEvent, findQuote, setQuoteStatus } from "./quote.store.ts";
import { checkQuote, type QuoteAction, type QuoteId, type QuoteRefusal, quoteTransitions } from "./quote.ts";
import type { StoredQuote } from "./stored-quote.ts";

export const QUOTE_SUBMITTED = "sales.quote.submitted.v1";
export const QUOTE_RETURNED = "sales.quote.returned.v1";

type Moved = { quoteId: QuoteId };

/** Loads, allows, checks, moves: one act of the life of a quote, with its line in the timeline. */
export async function moveQuote(
  context: CommandContext,
  quoteId: QuoteId,
  action: QuoteAction,
  options: {
    readonly comment?: string;
    readonly event?: string;
    readonly check?: (quote: StoredQuote) => QuoteRefusal | null | Promise<QuoteRefusal | null>;
  } = {},
): Promise<Moved | QuoteRefusal> {
  const quote = await findQuote(context.tx, context.organizationId, quoteId, context.today, true);
  if (quote === null) return refuse("missing", "quote.missing");
  const refusal = mayQuote(context.actor, action, quote) ?? (await options.check?.(quote)) ?? null;
  if (refusal) return refusal;
  const status = next(quoteTransitions, quote.status, action);
  if (status === null) return refuse("conflict", "quote.wrongState");
  await setQuoteStatus(context, quoteId, status);
  await addQuoteEvent(context, quoteId, action, options.comment);
  await tellMove(context, { ...quote, kind: "quote" }, action, options.comment);
  context.audit({ subjectKind: "sales.quote", subjectId: quoteId });
  if (options.event) context.emit(options.event, { quoteId });
  return { quoteId };
}

const input = z.object({ quoteId: id<"quote">() });

/** The entrepreneur asks the cooperative to read the draft: it must already be one that could be validated. */
export const submitQuote = defineCommand({
  name: "sales.quote.submit",
  input,
  run: (context, { quoteId }): Promise<Moved | Refusal> =>
    moveQuote(context, quoteId, "submit", { event: QUOTE_SUBMITTED, check: (quote) => checkQuote(quote.content) }),
});

export const takeBackQuote = defineCommand({
  name: "sales.quote.takeBack",
  input,
  run: (context, { quoteId }): Promise<Moved | Refusal> => moveQuote(context, quoteId, "takeBack"),
});

/** The cooperative asks for a correction and says which. */
export const returnQuote = defineCommand({
  name: "sales.quote.return",
  input: input.extend({ comment: z.string().trim().max(2000, "field.tooLong") }),
  async run(context, { quoteId, comment }): Promise<Moved | Refusal> {
    if (comment === "") return refuse("invalid", "quote.commentMissing", {}, "comment");
    return moveQuote(context, quoteId, "return", { comment, event: QUOTE_RETURNED });
  },
});
