/** Cards of a board: short texts that people add, support, and that a facilitator brings together. Pure. */
import type { Id } from "#kernel/id.ts";
import type { LaneId, RoomId } from "../room/room.ts";

export type CardId = Id<"card">;
export type ParticipantId = Id<"participant">;

export const CARD_LENGTH = 280;
/** A room is shared: one participant does not fill it. */
export const MOST_CARDS = 40;
export const MOST_PARTICIPANTS = 1000;

export const CARD_STATES = ["shown", "merged", "hidden", "withdrawn"] as const;
export type CardState = (typeof CARD_STATES)[number];

export type Card = {
  readonly id: CardId;
  readonly roomId: RoomId;
  readonly laneId: LaneId;
  readonly participantId: ParticipantId;
  readonly body: string;
  readonly state: CardState;
  readonly mergedInto: CardId | null;
};
