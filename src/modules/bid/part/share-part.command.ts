import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { notify, settleNotices } from "#modules/notification/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { emailText, idText, oneOf, requiredText } from "#platform/field.ts";
import { findBid } from "../bid/bid.store.ts";
import { type Bid, type BidId, leadOf, type Part } from "../bid/bid.ts";
import type { BidRefusalCode } from "../bid.fr.ts";
import { mayLead, mayRead } from "../bid.policy.ts";
import { euros } from "../bid-input.ts";
import { BID_ANSWERED, BID_INVITED } from "../topics.ts";
import { agree, changePart, decline, holdPart, insertPart, personOfEmail, removePart } from "./part.store.ts";
import { placeOf, WHOSE } from "./place.store.ts";

type Refused = Refusal<BidRefusalCode>;
type Held = { readonly bid: Bid; readonly part: Part };
type Done = { readonly bidId: BidId };
const work = { task: requiredText(200), amount: euros() };

/** The part, while it may change: before the bid is submitted. */
async function opened(
  context: CommandContext,
  id: Id<"bidPart">,
  may: (held: Held) => Refused | null,
): Promise<Held | Refused> {
  const held = await holdPart(context.tx, context.organizationId, id);
  if (held === null) return refuse("missing", "bid.missing");
  const refusal = mayRead(context.actor, held.bid) ?? may(held);
  if (refusal) return refusal;
  return held.bid.status === "drafted" ? held : refuse("conflict", "bid.frozen");
}

const isHeld = (given: Held | Refused): given is Held => "bid" in given;

async function invite(context: CommandContext, bid: Bid, part: Pick<Part, "id" | "personId">): Promise<void> {
  await notify(context, {
    ...{ to: [part.personId], topic: BID_INVITED, path: `reponses-communes/${bid.id}` },
    ...{ subject: { kind: "bid.part", id: part.id }, facts: { title: bid.title, lead: leadOf(bid)?.personName ?? "" } },
  });
}

/** Somebody of the house is asked to take part, for this, at that price: named by their address, found in no list. */
export const invitePart = defineCommand({
  name: "bid.part.invite",
  input: z.object({ bidId: idText<"bid">(), email: emailText(), ...work }),
  async run(context, { bidId, email, task, amount }): Promise<Done | Refused> {
    const { tx, organizationId, actor } = context;
    const bid = await findBid(tx, organizationId, bidId, true);
    if (bid === null) return refuse("missing", "bid.missing");
    const refusal = mayLead(actor, bid);
    if (refusal) return refusal;
    if (bid.status !== "drafted") return refuse("conflict", "bid.frozen");
    if (bid.parts.length >= 30) return refuse("conflict", "bid.many");
    const personId = await personOfEmail(tx, organizationId, email);
    if (personId === null) return refuse("invalid", "bid.nobody", {}, "email");
    const partId = await insertPart(context, { bidId, personId, lead: false, task, amount, place: null });
    if (partId === null) return refuse("conflict", "bid.already", {}, "email");
    await invite(context, bid, { id: partId, personId });
    context.audit({ subjectKind: "bid.bid", subjectId: bidId, details: { personId } });
    return { bidId };
  },
});

/** Agreed for one's activity or house, or declined: nobody answers for somebody else. */
export const answerPart = defineCommand({
  name: "bid.part.answer",
  input: z.object({ partId: idText<"bidPart">(), answer: oneOf(["agree", "decline"]), ...WHOSE }),
  async run(context, { partId, answer, ...whose }): Promise<Done | Refused> {
    const own = ({ part }: Held) =>
      part.personId === context.actor.personId ? null : refuse("forbidden", "bid.notYours" satisfies BidRefusalCode);
    const held = await opened(context, partId, own);
    if (!isHeld(held)) return held;
    const { bid, part } = held;
    if (part.lead) return refuse("conflict", "bid.leadStays");
    if (answer === "agree") {
      const place = await placeOf(context, whose);
      if ("kind" in place) return place;
      await agree(context, partId, place);
    } else await decline(context, partId);
    const lead = leadOf(bid);
    await settleNotices(context, { kind: "bid.part", id: partId });
    if (lead !== undefined && lead.personId !== part.personId) {
      await notify(context, {
        ...{ to: [lead.personId], topic: BID_ANSWERED, path: `reponses-communes/${bid.id}` },
        ...{ subject: { kind: "bid.part", id: partId }, facts: { title: bid.title, name: part.personName } },
      });
    }
    context.audit({ subjectKind: "bid.bid", subjectId: bid.id, details: { partId, answer } });
    return { bidId: bid.id };
  },
});

/** The lead changes what is asked of somebody: that person agrees again. */
export const sharePart = defineCommand({
  name: "bid.part.share",
  input: z.object({ partId: idText<"bidPart">(), ...work }),
  async run(context, { partId, task, amount }): Promise<Done | Refused> {
    const held = await opened(context, partId, ({ bid }) => mayLead(context.actor, bid));
    if (!isHeld(held)) return held;
    const { bid, part } = held;
    if (part.declinedAt !== null) return refuse("conflict", "bid.declined");
    if (part.task === task && part.amount === amount) return refuse("conflict", "bid.same");
    await changePart(context, part, { task, amount });
    if (!part.lead) await invite(context, bid, part);
    context.audit({ subjectKind: "bid.bid", subjectId: bid.id, details: { partId, amount } });
    return { bidId: bid.id };
  },
});

export const leavePart = defineCommand({
  name: "bid.part.remove",
  input: z.object({ partId: idText<"bidPart">() }),
  async run(context, { partId }): Promise<Done | Refused> {
    const held = await opened(context, partId, ({ bid }) => mayLead(context.actor, bid));
    if (!isHeld(held)) return held;
    const { bid, part } = held;
    if (part.lead) return refuse("conflict", "bid.leadStays");
    await removePart(context, partId);
    await settleNotices(context, { kind: "bid.part", id: partId });
    context.audit({ subjectKind: "bid.bid", subjectId: bid.id, details: { personId: part.personId } });
    return { bidId: bid.id };
  },
});
