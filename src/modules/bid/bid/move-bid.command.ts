import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { notify, settleNotices } from "#modules/notification/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalText } from "#platform/field.ts";
import type { BidRefusalCode } from "../bid.fr.ts";
import { mayLead } from "../bid.policy.ts";
import { BID_MOVED } from "../topics.ts";
import { findBid, moveBid as move } from "./bid.store.ts";
import { BID_MOVES, type BidId, bidTransitions, checkSubmission, partsIn } from "./bid.ts";

/** Submitted, its split is frozen; then won or lost. A bid that is given up before it leaves is dropped. */
export const moveBid = defineCommand({
  name: "bid.bid.move",
  input: z.object({ bidId: idText<"bid">(), move: oneOf(BID_MOVES), reason: optionalText(1000) }),
  async run(context, input): Promise<{ bidId: BidId } | Refusal<BidRefusalCode>> {
    const { tx, organizationId, actor } = context;
    const { bidId, reason } = input;
    const bid = await findBid(tx, organizationId, bidId, true);
    if (bid === null) return refuse("missing", "bid.missing");
    const refusal = mayLead(actor, bid);
    if (refusal) return refusal;
    const status = next(bidTransitions, bid.status, input.move);
    if (status === null) return refuse("conflict", "bid.wrongState");
    const problem = status === "submitted" ? checkSubmission(bid) : null;
    if (problem) return problem;
    await move(context, bidId, status, reason);
    await settleNotices(context, { kind: "bid.bid", id: bidId });
    for (const { id } of bid.parts) await settleNotices(context, { kind: "bid.part", id });
    const others = partsIn(bid).filter(({ personId }) => personId !== actor.personId);
    await notify(context, {
      ...{ to: others.map(({ personId }) => personId), topic: BID_MOVED[status], path: `reponses-communes/${bidId}` },
      ...{ subject: { kind: "bid.bid", id: bidId }, facts: { title: bid.title } },
    });
    context.audit({ subjectKind: "bid.bid", subjectId: bidId, details: { status } });
    return { bidId };
  },
});
