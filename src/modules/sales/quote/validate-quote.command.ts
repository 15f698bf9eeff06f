import { z } from "zod";
import { yearOf } from "#kernel/day.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { activityProfile, coversLacking, organizationProfile } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { findCustomer } from "../customer/customer.store.ts";
import { id, version } from "../input.ts";
import { takeNumber } from "../series/series.store.ts";
import { formatNumber, seriesKey } from "../series/series.ts";
import { salesSettings } from "../settings.ts";
import { freezeQuote } from "./frozen-quote.ts";
import { mayQuote } from "./quote.policy.ts";
import { addQuoteEvent, findQuote, freezeStoredQuote } from "./quote.store.ts";
import { checkQuote, type QuoteId } from "./quote.ts";

export const QUOTE_VALIDATED = "sales.quote.validated.v1";

/** One series for the cooperative, starting again each calendar year. */
const NUMBER_TEMPLATE = "D{year}-{seq:4}";

/** Validates a quote: number, date and frozen words in one transaction. The series is locked last. */
export const validateQuote = defineCommand({
  name: "sales.quote.validate",
  input: z.object({
    quoteId: id<"quote">(),
    /** The version that was read before deciding: what is validated is what was seen. */
    version: version.nullable().default(null),
  }),
  async run(context, { quoteId, version: read }): Promise<{ quoteId: QuoteId; number: string } | Refusal> {
    const { tx, organizationId, actor, today } = context;
    const quote = await findQuote(tx, organizationId, quoteId, today, true);
    if (quote === null) return refuse("missing", "quote.missing");
    const refusal = mayQuote(actor, "validate", quote) ?? checkQuote(quote.content);
    if (refusal) return refusal;
    if (read !== null && read !== quote.version) return refuse("conflict", "quote.readBeforeChange");
    const organization = await organizationProfile(tx, organizationId);
    const activity = await activityProfile(tx, organizationId, quote.activityId);
    const buyer = await findCustomer(tx, organizationId, quote.customerId);
    if (activity === null || buyer === null) return refuse("missing", "quote.missing");
    // A draft as old as that: nobody is left to address it to.
    if (buyer.erased) return refuse("conflict", "customer.erased");
    if (activity.openedOn > today || (activity.closedOn !== null && activity.closedOn < today)) {
      return refuse("conflict", "quote.activityClosed");
    }
    // Without the insurance or the qualification that its trade requires, an activity promises nothing.
    if ((await coversLacking(tx, organizationId, quote.activityId, today)).length > 0) {
      return refuse("conflict", "quote.notCovered");
    }
    const frozen = freezeQuote({
      title: quote.title,
      content: quote.content,
      organization,
      activity,
      buyer,
      settings: salesSettings(organization.settings),
      issueDate: today,
    });
    const year = yearOf(today);
    const sequence = context.dryRun
      ? 0n
      : (await takeNumber(tx, organizationId, seriesKey("quote", year, null), today)).sequence;
    const number = formatNumber(NUMBER_TEMPLATE, { year, sequence, activityCode: activity.code });
    if (number === null) return refuse("conflict", "quote.numberFull");
    await freezeStoredQuote(context, quoteId, { ...frozen, number });
    await addQuoteEvent(context, quoteId, "validate");
    context.audit({ subjectKind: "sales.quote", subjectId: quoteId, details: { number } });
    context.emit(QUOTE_VALIDATED, { quoteId });
    return { quoteId, number };
  },
});
