import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import type { OpenContext } from "#platform/command.ts";
import { idText, requiredText, ticked } from "#platform/field.ts";
import { definePublicCommand } from "#platform/public-command.ts";
import { findParticipant } from "../participant/participant.store.ts";
import { enterRoom } from "../room/room.store.ts";
import type { Room } from "../room/room.ts";
import {
  cardsAmong,
  changeCard,
  countOwnCards,
  findCard,
  gatheredUnder,
  insertCard,
  laneIsOf,
  setSupport,
} from "./card.store.ts";
import { CARD_LENGTH, type Card, type CardId, MOST_CARDS, type ParticipantId } from "./card.ts";

type Done = { readonly cardId: CardId };
const participantId = idText<"participant">();
const body = requiredText(CARD_LENGTH);

/** The room of whoever acts, when it is open: the door of its page has told who they are. */
async function roomOf(context: OpenContext, id: ParticipantId): Promise<Room | Refusal> {
  const participant = await findParticipant(context.tx, context.organizationId, id);
  return participant === null ? refuse("missing", "room.missing") : enterRoom(context, participant.roomId);
}

export const addCard = definePublicCommand({
  public: true,
  name: "room.card.add",
  input: z.object({ participantId, laneId: idText<"lane">(), body }),
  async act(context, { participantId, laneId, body }): Promise<Done | Refusal> {
    const { tx, organizationId } = context;
    const room = await roomOf(context, participantId);
    if (isRefusal(room)) return room;
    if (!(await laneIsOf(tx, organizationId, laneId, room.id)))
      return refuse("invalid", "card.laneMissing", {}, "laneId");
    if ((await countOwnCards(tx, organizationId, participantId)) >= MOST_CARDS) {
      return refuse("conflict", "card.tooMany", { count: String(MOST_CARDS) });
    }
    const id = context.id<"card">();
    await insertCard(context, { id, roomId: room.id, laneId, participantId, body });
    context.audit({ subjectKind: "room.card", subjectId: id });
    return { cardId: id };
  },
});

/** One's own card, while it is read as it stands or under another. */
async function own(context: OpenContext, participantId: ParticipantId, cardId: CardId): Promise<Card | Refusal> {
  const room = await roomOf(context, participantId);
  if (isRefusal(room)) return room;
  const card = await findCard(context.tx, context.organizationId, cardId);
  if (card === null || card.participantId !== participantId || card.state === "withdrawn") {
    return refuse("missing", "card.missing");
  }
  return card.state === "hidden" ? refuse("conflict", "card.hidden") : card;
}

export const rewordCard = definePublicCommand({
  public: true,
  name: "room.card.reword",
  input: z.object({ participantId, cardId: idText<"card">(), body }),
  async act(context, { participantId, cardId, body }): Promise<Done | Refusal> {
    const card = await own(context, participantId, cardId);
    if (isRefusal(card)) return card;
    await changeCard(context, card, "reword", { body }, null);
    context.audit({ subjectKind: "room.card", subjectId: cardId });
    return { cardId };
  },
});

/** Takes one's own card back; those that were gathered under it stand again by themselves. */
export const withdrawCard = definePublicCommand({
  public: true,
  name: "room.card.withdraw",
  input: z.object({ participantId, cardId: idText<"card">() }),
  async act(context, { participantId, cardId }): Promise<Done | Refusal> {
    const card = await own(context, participantId, cardId);
    if (isRefusal(card)) return card;
    for (const under of await gatheredUnder(context.tx, context.organizationId, cardId)) {
      await changeCard(context, under, "split", { state: "shown", mergedInto: null }, null);
    }
    await changeCard(context, card, "withdraw", { state: "withdrawn", mergedInto: null, body: "" }, null);
    context.audit({ subjectKind: "room.card", subjectId: cardId });
    return { cardId };
  },
});

/** One support for each card and person, or none any more. */
export const supportCard = definePublicCommand({
  public: true,
  name: "room.card.support",
  input: z.object({ participantId, cardId: idText<"card">(), withdrawn: ticked() }),
  async act(context, { participantId, cardId, withdrawn }): Promise<Done | Refusal> {
    const room = await roomOf(context, participantId);
    if (isRefusal(room)) return room;
    const [found] = await cardsAmong(context.tx, context.organizationId, [cardId]);
    // Gathered under another meanwhile: that one is supported.
    const card =
      found?.mergedInto == null ? found : await findCard(context.tx, context.organizationId, found.mergedInto);
    if (card == null || card.roomId !== room.id || card.state !== "shown") return refuse("missing", "card.missing");
    await setSupport(context, card, participantId, !withdrawn);
    context.audit({ subjectKind: "room.card", subjectId: card.id });
    return { cardId: card.id };
  },
});
