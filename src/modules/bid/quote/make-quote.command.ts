import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import type { QuoteId } from "#modules/sales/index.ts";
import { defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import { partsIn } from "../bid/bid.ts";
import type { BidRefusalCode } from "../bid.fr.ts";
import { mayActFor } from "../bid.policy.ts";
import { holdPart } from "../part/part.store.ts";
import { draftQuote } from "./draft-quote.store.ts";
import { quoteOfPart } from "./quote-of-part.store.ts";

const no = (kind: Refusal["kind"], code: BidRefusalCode) => refuse(kind, code);

/** The ordinary quote of a bid that left: of the whole in the lead's activity, or of each part in its own. */
export const makeQuote = defineCommand({
  name: "bid.quote.make",
  input: z.object({ partId: idText<"bidPart">() }),
  async run(context, { partId }): Promise<{ quoteId: QuoteId } | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const held = await holdPart(tx, organizationId, partId);
    if (held === null) return no("missing", "bid.missing");
    const { bid, part } = held;
    const refusal = mayActFor(actor, bid, part);
    if (refusal) return refusal;
    if (part.activityId === null) return no("conflict", "bid.elsewhere");
    if (bid.status !== "submitted" && bid.status !== "won") return no("conflict", "bid.notSubmitted");
    const whole = bid.billing === "lead";
    if (whole && !part.lead) return no("conflict", "bid.leadBills");
    if ((await quoteOfPart(tx, organizationId, partId)) !== null) return no("conflict", "bid.quoted");
    const made = await draftQuote(context, {
      ...{ activityId: part.activityId, customer: { name: bid.buyer, siren: bid.buyerSiren } },
      ...{ title: bid.title, reference: bid.reference },
      lines: (whole ? partsIn(bid) : [part]).map(({ task, amount }) => ({ name: task, amount })),
    });
    if (isRefusal(made)) return made;
    const { quoteId } = made;
    await sql`insert into bid.quote (organization_id, part_id, quote_id, at)
      values (${organizationId}, ${partId}, ${quoteId}, ${now})
      on conflict (organization_id, part_id) do update set quote_id = excluded.quote_id, at = excluded.at`.execute(tx);
    context.audit({ subjectKind: "bid.bid", subjectId: bid.id, details: { partId, quoteId } });
    return { quoteId };
  },
});
