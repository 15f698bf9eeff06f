import { z } from "zod";
import type { Actor } from "#kernel/actor.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { entrepreneursOf } from "#modules/membership/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { optionalText, requiredText, ticked } from "#platform/field.ts";
import { pathOf, subjectOf } from "../document/tell-people.store.ts";
import { id } from "../input.ts";
import { QUOTE_ACCEPTED, QUOTE_DECLINED } from "../quote/answer-quote.command.ts";
import { answerWords } from "../quote/answer-words.ts";
import { addQuoteEvent, findQuote, setQuoteStatus } from "../quote/quote.store.ts";
import { type QuoteId, quoteTransitions } from "../quote/quote.ts";
import { QUOTE_ACCEPTED_ONLINE, QUOTE_DECLINED_ONLINE } from "../topics.ts";
import { findOpenLink } from "./document-link.store.ts";
import { en } from "./link.en.ts";
import { fr } from "./link.fr.ts";

/** Who holds the address: nobody of the cooperative, with no right but what the address opens. */
const CLIENT = "client" as Id<"user">;
export const clientOf = (organizationId: OrganizationId): Actor => ({
  organizationId,
  house: "cae",
  userId: CLIENT,
  personId: null as unknown as PersonId,
  grants: [],
  own: new Map(),
});

/**
 * The customer accepts or declines on the page of the quote. Only the door of that page runs it, which has read the seal of
 * the address: for anybody signed in it does not exist.
 */
export const answerOnline = defineCommand({
  name: "sales.quote.answerOnline",
  input: z.discriminatedUnion("answer", [
    z.object({
      answer: z.literal("accept"),
      linkId: id<"link">(),
      name: requiredText(120),
      agreed: ticked().refine((value) => value, "field.agreement"),
      address: optionalText(60),
    }),
    z.object({
      answer: z.literal("decline"),
      linkId: id<"link">(),
      reason: requiredText(1000),
      address: optionalText(60),
    }),
  ]),
  async run(context, input): Promise<{ quoteId: QuoteId } | Refusal> {
    const { tx, organizationId, now, today, actor } = context;
    if (actor.userId !== CLIENT) return refuse("missing", "link.gone");
    const link = await findOpenLink(tx, organizationId, input.linkId, now);
    if (link === null || link.kind !== "quote") return refuse("missing", "link.gone");
    const quoteId = link.documentId as QuoteId;
    const quote = await findQuote(tx, organizationId, quoteId, today, true);
    if (quote === null || quote.frozen === null) return refuse("missing", "link.gone");
    if (quote.status === "expired") return refuse("conflict", "link.expired");
    if (quote.status !== "sent" && quote.status !== "validated") return refuse("conflict", "link.answered");
    const status = next(quoteTransitions, quote.status, input.answer);
    if (status === null) return refuse("conflict", "link.answered");
    const { language } = quote.frozen.content;
    const words = language === "fr" ? fr : en;
    const facts = input.answer === "accept" ? `${words.agreement} ${input.name}` : input.reason;
    const from = input.address === "" ? "" : ` (${words.onlineFrom} ${input.address})`;
    await setQuoteStatus(context, quoteId, status);
    await addQuoteEvent(context, quoteId, input.answer, answerWords(today, `${facts}${from}`));
    await notify(
      { tx, organizationId, now, actor: null },
      {
        to: await entrepreneursOf(tx, organizationId, quote.activityId, now),
        topic: input.answer === "accept" ? QUOTE_ACCEPTED_ONLINE : QUOTE_DECLINED_ONLINE,
        subject: subjectOf({ kind: "quote", id: quoteId }),
        path: pathOf({ kind: "quote", id: quoteId }),
        facts: { number: quote.frozen.number, customer: quote.frozen.buyer.name },
      },
    );
    context.audit({ subjectKind: "sales.quote", subjectId: quoteId, details: { linkId: link.id } });
    context.emit(input.answer === "accept" ? QUOTE_ACCEPTED : QUOTE_DECLINED, { quoteId });
    return { quoteId };
  },
});
