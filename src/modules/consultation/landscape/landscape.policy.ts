import type { Actor } from "#kernel/actor.ts";
import type { Refusal } from "#kernel/refusal.ts";
import { maySpeakFor, type Seat } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode, StructureId } from "#modules/network/index.ts";

/** What a structure tells of itself, or takes back, and the stance that it publishes: its own, or the team for it. */
export function mayTell(
  actor: Actor,
  seats: readonly Pick<Seat, "structureId">[],
  structureId: StructureId,
): Refusal<NetworkRefusalCode> | null {
  return maySpeakFor(actor, seats, structureId);
}
