import type { Actor } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { isStaff } from "#modules/network/index.server.ts";
import type { RoomRefusalCode } from "./room.fr.ts";

/** Everybody of a network reads its rooms; a cooperative has none. */
export function mayReadRooms(actor: Actor): Refusal<RoomRefusalCode> | null {
  return actor.house === "network" ? null : refuse("missing", "room.missing");
}

/** Opens and closes, arranges cards, asks polls: whoever animates the network. */
export function mayFacilitate(actor: Actor): Refusal<RoomRefusalCode> | null {
  return mayReadRooms(actor) ?? (isStaff(actor) ? null : refuse("forbidden", "room.notFacilitator"));
}
