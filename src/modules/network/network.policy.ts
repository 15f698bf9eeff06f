import { type Actor, hasGeneralRole, type SupportRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { NetworkRefusalCode } from "./network.fr.ts";
import type { Seat } from "./seat/seat.store.ts";
import type { StructureId } from "./structure/structure.ts";

/** The roles of the team of a network. */
export const STAFF: readonly SupportRole[] = ["direction", "administrator", "facilitator"];

/** Network staff: whoever directs, administers or animates it. */
export function isStaff(actor: Actor): boolean {
  return actor.house === "network" && hasGeneralRole(actor, STAFF);
}

/** Pages of a network, for everybody who belongs to it; in a cooperative there is no such page. */
export function mayEnter(actor: Actor): Refusal<NetworkRefusalCode> | null {
  return actor.house === "network" ? null : refuse("missing", "network.notNetwork");
}

/** What the network's team alone prepares: structures, affiliations, seats, its public page. */
export function mayPrepare(actor: Actor): Refusal<NetworkRefusalCode> | null {
  return mayEnter(actor) ?? (isStaff(actor) ? null : refuse("forbidden", "network.notStaff"));
}

/** Speaking for a structure: those who have a seat for it, and the team. */
export function maySpeakFor(
  actor: Actor,
  seats: readonly Pick<Seat, "structureId">[],
  structureId: StructureId,
): Refusal<NetworkRefusalCode> | null {
  const entered = mayEnter(actor);
  if (entered) return entered;
  if (isStaff(actor) || seats.some((seat) => seat.structureId === structureId)) return null;
  return refuse("forbidden", "network.notSeated");
}
