import { z } from "zod";
import { onDay } from "#kernel/fact.ts";
import type { ActivityId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { postEntry, reverse } from "#modules/ledger/index.server.ts";
import { activitiesOfPerson, optionalAmount } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalId, optionalText, ticked } from "#platform/field.ts";
import type { AssociateId } from "../associate/associate.ts";
import { findRegistered, lockRegister, type Registered } from "../associate/register.store.ts";
import { mayKeepShares } from "../governance.policy.ts";
import { limitFacts } from "../limit/limit.store.ts";
import { settleLimits } from "../limit/limit-change.store.ts";
import { passedBy } from "../limit/limits-of.ts";
import { findArticles } from "../setup/articles.store.ts";
import { fr } from "./share.fr.ts";
import { allMovements, insertMovement } from "./share.store.ts";
import {
  capitalOf,
  floorOf,
  holdsTogether,
  MOVES,
  type Move,
  positionOf,
  type ShareMovementId,
  standingMoves,
  valueMove,
} from "./share.ts";
import { SHARE_SOURCE, shareEntry } from "./share-entry.ts";

type Moved = { readonly movementId: ShareMovementId };

const count = () =>
  z
    .union([z.literal("").transform(() => 0), z.coerce.number("field.wholeNumber")], "field.wholeNumber")
    .default(0)
    .refine((value) => Number.isInteger(value) && value >= 0 && value <= 1_000_000, "field.wholeNumber");

/** Whether the activity is one of the person's, who is withheld from its pay. */
async function isTheirs({ tx, organizationId }: CommandContext, associate: Registered, activityId: ActivityId) {
  if (associate.personId === null) return false;
  const own = await activitiesOfPerson(tx, organizationId, associate.personId, "all");
  return own.some((one) => one.activityId === activityId);
}

/** A movement that passes a limit of the law is asked about once: the law forbids none, whoever records it must know. */
async function passedLimit(
  context: CommandContext,
  id: AssociateId,
  { kind, amount }: { readonly kind: Move | "reverse"; readonly amount: Cents },
): Promise<Refusal | null> {
  const change = kind === "subscribe" ? amount : kind === "redeem" ? -amount : 0n;
  if (change === 0n) return null;
  const limit = passedBy(await limitFacts(context), id, change);
  if (limit === null) return null;
  const facts = limit.lines[0]?.facts ?? {};
  switch (limit.key) {
    case "employedCapital":
      return refuse("conflict", "limit.employedCapital", facts, "knowing");
    case "publicCapital":
      return refuse("conflict", "limit.publicCapital", facts, "knowing");
    default:
      return refuse("conflict", "limit.largestHolder", facts, "knowing");
  }
}

/** Records a movement of shares and posts its entry in the same transaction. */
export const moveShares = defineCommand({
  name: "governance.share.move",
  input: z.object({
    associateId: idText<"associate">(),
    kind: oneOf(MOVES),
    effectOn: dayText(),
    shares: count(),
    amount: optionalAmount("share.noAmount"),
    activityId: optionalId<"activity">(),
    reason: optionalText(200),
    /** The movement passes a limit of the law, and is meant. */
    knowing: ticked(),
  }),
  async run(context, input): Promise<Moved | Refusal> {
    const { tx, organizationId, actor, today } = context;
    const refusal = mayKeepShares(actor);
    if (refusal) return refusal;
    await lockRegister(context);
    const { associateId, kind, effectOn, reason } = input;
    const associate = await findRegistered(tx, organizationId, associateId, effectOn);
    if (associate === null) return refuse("missing", "associate.missing");
    if (effectOn > today) return refuse("invalid", "share.future", {}, "effectOn");
    if (kind !== "redeem" && kind !== "refund" && associate.standing.status !== "admitted") {
      return refuse("conflict", "share.notMember", {}, "kind");
    }
    const all = await allMovements(tx, organizationId);
    const own = all.filter((one) => one.associateId === associateId);
    const last = standingMoves(own).at(-1);
    if (last !== undefined && effectOn < last.effectOn) {
      return refuse("invalid", "share.before", { day: onDay(last.effectOn) }, "effectOn");
    }
    const activityId = kind === "withhold" ? input.activityId : null;
    if (activityId !== null && !(await isTheirs(context, associate, activityId))) {
      return refuse("invalid", "share.activity", {}, "activityId");
    }
    const { shareValue, minimumCapital } = await findArticles(tx, organizationId);
    const { now: capital, highest } = capitalOf(all);
    const floor = floorOf(highest, minimumCapital);
    const move = valueMove(input, positionOf(own), shareValue, { now: capital, floor });
    if (isRefusal(move)) return move;
    const passed = input.knowing ? null : await passedLimit(context, associateId, move);
    if (passed !== null) return passed;
    const id = context.id<"shareMovement">();
    const { shares, amount, unpaid } = move;
    const label = fill(fr.label, { kind: fr.kinds[kind], name: associate.name });
    context.audit({ subjectKind: "governance.share_movement", subjectId: id, details: { kind, associateId, amount } });
    await context.writeTrace();
    const entry = shareEntry({ id, kind, effectOn, amount, unpaid, activityId, associate, label });
    const posted = await postEntry(context, entry);
    if (isRefusal(posted)) return { ...posted, ...(posted.field === "date" ? { field: "effectOn" } : {}) };
    await insertMovement(context, {
      ...{ id, associateId, kind, effectOn, shares, amount, unpaid, activityId, reason },
      ...{ reverses: null, entryId: posted.entryId },
    });
    await settleLimits(context);
    return { movementId: id };
  },
});

/** Cancels a movement recorded by mistake: its opposite is added, today, in the register and in the books. */
export const reverseMovement = defineCommand({
  name: "governance.share.reverse",
  input: z.object({ movementId: idText<"shareMovement">(), reason: optionalText(200) }),
  async run(context, { movementId, reason }): Promise<Moved | Refusal> {
    const { tx, organizationId, actor, today } = context;
    const refusal = mayKeepShares(actor);
    if (refusal) return refusal;
    await lockRegister(context);
    const all = await allMovements(tx, organizationId);
    const movement = all.find(({ id }) => id === movementId);
    if (movement === undefined || movement.kind === "reverse") return refuse("missing", "share.missing");
    if (all.some(({ reverses }) => reverses === movementId)) return refuse("conflict", "share.reversedAlready");
    const { associateId, amount, entryId } = movement;
    const id = context.id<"shareMovement">();
    const undone = { ...movement, id, kind: "reverse" as const, shares: 0, unpaid: ZERO, reverses: movementId };
    const own = [...all.filter((one) => one.associateId === associateId), undone];
    if (!holdsTogether(own)) return refuse("conflict", "share.needed");
    const associate = await findRegistered(tx, organizationId, associateId, today);
    const label = fill(fr.label, { kind: fr.kinds.reverse, name: associate?.name ?? "" });
    context.audit({ subjectKind: "governance.share_movement", subjectId: id, details: { associateId, amount } });
    await context.writeTrace();
    const posted = await reverse(context, entryId, {
      ...{ date: today, label, pieceRef: `PART-${associate?.number ?? 0}-${today}`, pieceDate: today },
      source: { kind: SHARE_SOURCE, id },
    });
    if (isRefusal(posted)) return posted;
    const { at: _, ...row } = undone;
    await insertMovement(context, { ...row, effectOn: today, reason, activityId: null, entryId: posted.entryId });
    await settleLimits(context);
    return { movementId: id };
  },
});
