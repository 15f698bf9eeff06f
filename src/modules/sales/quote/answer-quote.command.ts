import { z } from "zod";
import { type Day, parseDay } from "#kernel/day.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { requestMail } from "#platform/mail/mail.ts";
import { tellSent } from "../document/tell-people.store.ts";
import { id } from "../input.ts";
import { ensureLink } from "../link/document-link.store.ts";
import { LINK_PLACE } from "../link/document-link.ts";
import { answerWords } from "./answer-words.ts";
import { mayQuote } from "./quote.policy.ts";
import { addQuoteEvent, findQuote, setQuoteStatus } from "./quote.store.ts";
import type { QuoteId, QuoteRefusal } from "./quote.ts";
import { moveQuote } from "./review-quote.command.ts";

export const QUOTE_SENT = "sales.quote.sent.v1";
export const QUOTE_ACCEPTED = "sales.quote.accepted.v1";
export const QUOTE_DECLINED = "sales.quote.declined.v1";

const input = z.object({ quoteId: id<"quote">() });

/** The quote was handed over some other way: printed, shown, sent from one's own mailbox. */
export const markQuoteSent = defineCommand({
  name: "sales.quote.markSent",
  input,
  run: (context, { quoteId }): Promise<{ quoteId: QuoteId } | Refusal> =>
    moveQuote(context, quoteId, "send", { event: QUOTE_SENT }),
});

/** Hands the PDF to the outgoing box: the message leaves by the outbox, once, whatever happens to the process. */
export const sendQuote = defineCommand({
  name: "sales.quote.send",
  input: input.extend({
    recipient: z.email("field.email").max(254, "field.tooLong"),
    subject: z.string().trim().min(1, "field.required").max(200, "field.tooLong"),
    body: z.string().trim().min(1, "field.required").max(10_000, "field.tooLong"),
  }),
  async run(context, { quoteId, recipient, subject, body }): Promise<{ mailId: string } | Refusal> {
    const quote = await findQuote(context.tx, context.organizationId, quoteId, context.today, true);
    if (quote === null) return refuse("missing", "quote.missing");
    const refusal = mayQuote(context.actor, "send", quote);
    if (refusal) return refusal;
    if (quote.frozen === null || quote.pdfHash === null) return refuse("conflict", "quote.pdfNotReady");
    const mailId = await requestMail(context, {
      recipient,
      replyTo: quote.frozen.seller.activityEmail || quote.frozen.seller.email,
      senderName: quote.frozen.seller.tradeName,
      subject,
      body,
      attachments: [{ hash: quote.pdfHash, name: `${quote.frozen.number}.pdf`, mediaType: "application/pdf" }],
      subjectKind: "sales.quote",
      subjectId: quoteId,
    });
    if (body.includes(LINK_PLACE)) await ensureLink(context, "quote", quoteId);
    await setQuoteStatus(context, quoteId, "sent");
    await addQuoteEvent(context, quoteId, "send");
    await tellSent(context, { ...quote, kind: "quote" });
    context.audit({ subjectKind: "sales.quote", subjectId: quoteId, details: { mailId } });
    context.emit(QUOTE_SENT, { quoteId });
    return { mailId };
  },
});

const answer = input.extend({
  /** The day of the customer's answer; null for today. */
  on: z
    .string("field.day")
    .nullable()
    .default(null)
    .refine((value) => value === null || parseDay(value) !== null, "field.day")
    .transform((value) => value as Day | null),
  /** Who signed, or why not: kept in the timeline. */
  comment: z.string().trim().max(2000, "field.tooLong").default(""),
});

function checkAnswerDay(on: Day, today: Day, issueDate: Day | null): QuoteRefusal | null {
  if (on > today) return refuse("invalid", "quote.futureAnswer", {}, "on");
  if (issueDate !== null && on < issueDate) return refuse("invalid", "quote.answerBeforeQuote", {}, "on");
  return null;
}

/** The customer signed. A late signature is taken: the seller decides whether the offer still holds. */
export const acceptQuote = defineCommand({
  name: "sales.quote.accept",
  input: answer,
  run: (context, { quoteId, on, comment }): Promise<{ quoteId: QuoteId } | Refusal> =>
    moveQuote(context, quoteId, "accept", {
      comment: answerWords(on ?? context.today, comment),
      event: QUOTE_ACCEPTED,
      check: (quote) => checkAnswerDay(on ?? context.today, context.today, quote.issueDate),
    }),
});

export const declineQuote = defineCommand({
  name: "sales.quote.decline",
  input: answer,
  run: (context, { quoteId, on, comment }): Promise<{ quoteId: QuoteId } | Refusal> =>
    moveQuote(context, quoteId, "decline", {
      comment: answerWords(on ?? context.today, comment),
      event: QUOTE_DECLINED,
      check: (quote) => checkAnswerDay(on ?? context.today, context.today, quote.issueDate),
    }),
});
