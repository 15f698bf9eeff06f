import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import type { QuoteId } from "#modules/sales/index.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, requiredText } from "#platform/field.ts";
import type { BidRefusalCode } from "../bid.fr.ts";
import { mayTake } from "../bid.policy.ts";
import { draftQuote } from "../quote/draft-quote.store.ts";
import { readCode } from "./statement.store.ts";
import { keepTaken } from "./taken.store.ts";

/** A part that was won elsewhere, in a network or on another server, becomes an ordinary quote here. */
export const takeStatement = defineCommand({
  name: "bid.statement.take",
  input: z.object({ code: requiredText(40_000), activityId: idText<"activity">() }),
  async run(context, { code, activityId }): Promise<{ quoteId: QuoteId } | Refusal> {
    const refusal = mayTake(context.actor);
    if (refusal) return refusal;
    const read = readCode(code);
    if (read === null) return refuse("invalid", "bid.unreadable" satisfies BidRefusalCode, {}, "code");
    const { statement, digest } = read;
    const made = await draftQuote(context, { activityId, ...statement });
    if (isRefusal(made)) return made;
    const { quoteId } = made;
    if (!(await keepTaken(context, digest, { activityId, quoteId, customer: statement.customer }))) {
      return refuse("conflict", "bid.takenAlready" satisfies BidRefusalCode, {}, "code");
    }
    context.audit({ subjectKind: "sales.quote", subjectId: quoteId, details: { digest } });
    return { quoteId };
  },
});
