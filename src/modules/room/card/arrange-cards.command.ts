import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import { mayFacilitate } from "../room/room.policy.ts";
import { enterRoom } from "../room/room.store.ts";
import type { RoomId } from "../room/room.ts";
import { cardsAmong, changeCard, gatheredUnder, laneIsOf, supportCounts } from "./card.store.ts";
import type { Card, CardId, CardState } from "./card.ts";

type Done = { readonly roomId: RoomId };
const roomId = idText<"room">();
const cards = z.array(idText<"card">()).min(1, "card.noneChosen").max(100);

/** The cards that the facilitator chose, in the room whose turn it is; those of another state are left out. */
async function chosen(
  context: CommandContext,
  roomId: RoomId,
  ids: readonly CardId[],
  state: CardState,
): Promise<Card[] | Refusal> {
  const refusal = mayFacilitate(context.actor);
  if (refusal) return refusal;
  const room = await enterRoom(context, roomId);
  if (isRefusal(room)) return room;
  const found = (await cardsAmong(context.tx, context.organizationId, ids)).filter(
    (card) => card.roomId === roomId && card.state === state,
  );
  return found.length === 0 ? refuse("conflict", "card.noneChosen") : found;
}

/** Gathers cards under the one that most people support: all stay, and each person counts once. */
export const mergeCards = defineCommand({
  name: "room.card.merge",
  input: z.object({ roomId, cards }),
  async run(context, { roomId, cards: ids }): Promise<Done | Refusal> {
    const { tx, organizationId, actor } = context;
    const found = await chosen(context, roomId, ids, "shown");
    if (isRefusal(found)) return found;
    const counts = await supportCounts(tx, organizationId, roomId);
    const supports = (card: Card) => counts.get(card.id) ?? 0;
    const [head, ...others] = [...found].sort((one, other) => supports(other) - supports(one));
    if (head === undefined || others.length === 0) return refuse("conflict", "card.mergeTwo");
    for (const other of others) {
      for (const under of await gatheredUnder(tx, organizationId, other.id)) {
        await changeCard(context, under, "merge", { mergedInto: head.id }, actor.personId);
      }
      const to = { state: "merged", mergedInto: head.id, laneId: head.laneId } as const;
      await changeCard(context, other, "merge", to, actor.personId);
    }
    context.audit({ subjectKind: "room.card", subjectId: head.id, details: { gathered: others.map(({ id }) => id) } });
    return { roomId };
  },
});

/** Those gathered under a card stand by themselves again. */
export const splitCard = defineCommand({
  name: "room.card.split",
  input: z.object({ roomId, cards }),
  async run(context, { roomId, cards: ids }): Promise<Done | Refusal> {
    const { tx, organizationId, actor } = context;
    const found = await chosen(context, roomId, ids, "shown");
    if (isRefusal(found)) return found;
    let apart = 0;
    for (const head of found) {
      for (const under of await gatheredUnder(tx, organizationId, head.id)) {
        await changeCard(context, under, "split", { state: "shown", mergedInto: null }, actor.personId);
        apart += 1;
      }
      context.audit({ subjectKind: "room.card", subjectId: head.id });
    }
    return apart === 0 ? refuse("conflict", "card.nothingGathered") : { roomId };
  },
});

/** To another column, with what is gathered under them. */
export const moveCards = defineCommand({
  name: "room.card.move",
  input: z.object({ roomId, cards, laneId: idText<"lane">() }),
  async run(context, { roomId, cards: ids, laneId }): Promise<Done | Refusal> {
    const { tx, organizationId, actor } = context;
    const found = await chosen(context, roomId, ids, "shown");
    if (isRefusal(found)) return found;
    if (!(await laneIsOf(tx, organizationId, laneId, roomId)))
      return refuse("invalid", "card.laneMissing", {}, "laneId");
    for (const card of found) {
      for (const one of [card, ...(await gatheredUnder(tx, organizationId, card.id))]) {
        await changeCard(context, one, "move", { laneId }, actor.personId);
      }
      context.audit({ subjectKind: "room.card", subjectId: card.id });
    }
    return { roomId };
  },
});

/** Out of everybody's sight: kept, and shown again when one wishes. */
export const hideCards = defineCommand({
  name: "room.card.hide",
  input: z.object({ roomId, cards }),
  async run(context, { roomId, cards: ids }): Promise<Done | Refusal> {
    const { tx, organizationId, actor } = context;
    const found = await chosen(context, roomId, ids, "shown");
    if (isRefusal(found)) return found;
    for (const card of found) {
      for (const under of await gatheredUnder(tx, organizationId, card.id)) {
        await changeCard(context, under, "split", { state: "shown", mergedInto: null }, actor.personId);
      }
      await changeCard(context, card, "hide", { state: "hidden" }, actor.personId);
      context.audit({ subjectKind: "room.card", subjectId: card.id });
    }
    return { roomId };
  },
});

export const showCard = defineCommand({
  name: "room.card.show",
  input: z.object({ roomId, cards }),
  async run(context, { roomId, cards: ids }): Promise<Done | Refusal> {
    const found = await chosen(context, roomId, ids, "hidden");
    if (isRefusal(found)) return found;
    for (const card of found) {
      await changeCard(context, card, "show", { state: "shown" }, context.actor.personId);
      context.audit({ subjectKind: "room.card", subjectId: card.id });
    }
    return { roomId };
  },
});
