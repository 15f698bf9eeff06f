import type { Actor } from "#kernel/actor.ts";
import type { Refusal } from "#kernel/refusal.ts";
import { mayEnter, mayPrepare, maySpeakFor, type Seat } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode, StructureId } from "#modules/network/index.ts";

/** Everybody of the network reads a roadmap, its decisions and what each structure makes of it. */
export function mayReadRoadmap(actor: Actor): Refusal<NetworkRefusalCode> | null {
  return mayEnter(actor);
}

/** The team keeps the roadmap, its committee and its decisions. */
export function mayKeepRoadmap(actor: Actor): Refusal<NetworkRefusalCode> | null {
  return mayPrepare(actor);
}

/** Each structure says by itself what it makes of it; the team may write what a structure told it. */
export function mayAdopt(
  actor: Actor,
  seats: readonly Pick<Seat, "structureId">[],
  structureId: StructureId,
): Refusal<NetworkRefusalCode> | null {
  return maySpeakFor(actor, seats, structureId);
}
