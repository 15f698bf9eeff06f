import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalText, requiredText, versionNumber } from "#platform/field.ts";
import type { BidRefusalCode } from "../bid.fr.ts";
import { mayLead, mayOpen } from "../bid.policy.ts";
import { euros, sirenText } from "../bid-input.ts";
import { insertPart } from "../part/part.store.ts";
import { placeOf, WHOSE } from "../part/place.store.ts";
import { findBid, insertBid, updateBid } from "./bid.store.ts";
import { BILLINGS, type BidId } from "./bid.ts";

const words = {
  title: requiredText(200),
  buyer: requiredText(200),
  buyerSiren: sirenText(),
  reference: optionalText(100),
  deadline: dayText(),
  billing: oneOf(BILLINGS),
};

/** Whoever begins it leads it, with their own part. */
export const openBid = defineCommand({
  name: "bid.bid.open",
  input: z.object({ ...words, ...WHOSE, task: requiredText(200), amount: euros() }),
  async run(context, input): Promise<{ bidId: BidId } | Refusal> {
    const refusal = mayOpen(context.actor);
    if (refusal) return refusal;
    const place = await placeOf(context, input);
    if ("kind" in place) return place;
    if (input.deadline < context.today) return refuse("invalid", "bid.past" satisfies BidRefusalCode, {}, "deadline");
    const bidId = context.id<"bid">();
    await insertBid(context, bidId, input);
    const { task, amount } = input;
    await insertPart(context, { bidId, personId: context.actor.personId, lead: true, task, amount, place });
    context.audit({ subjectKind: "bid.bid", subjectId: bidId });
    return { bidId };
  },
});

export const changeBid = defineCommand({
  name: "bid.bid.change",
  input: z.object({ bidId: idText<"bid">(), version: versionNumber(), ...words }),
  async run(context, { bidId, version, ...input }): Promise<{ bidId: BidId } | Refusal<BidRefusalCode>> {
    const bid = await findBid(context.tx, context.organizationId, bidId, true);
    if (bid === null) return refuse("missing", "bid.missing");
    const refusal = mayLead(context.actor, bid);
    if (refusal) return refusal;
    if (bid.status !== "drafted") return refuse("conflict", "bid.frozen");
    if (!(await updateBid(context, bidId, input, version))) return refuse("conflict", "bid.meanwhile");
    context.audit({ subjectKind: "bid.bid", subjectId: bidId });
    return { bidId };
  },
});
