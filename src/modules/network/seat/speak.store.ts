import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { Tx } from "#platform/database/database.ts";
import type { NetworkRefusalCode } from "../network.fr.ts";
import { maySpeakFor } from "../network.policy.ts";
import { findStructure } from "../structure/structure.store.ts";
import type { Structure, StructureId } from "../structure/structure.ts";
import { seatsOf } from "./seat.store.ts";

/** The structure that an act is for, if whoever acts speaks for it today; what is wrong is said beside its field. */
export async function speakingFor(
  { tx, actor, today }: { readonly tx: Tx; readonly actor: Actor; readonly today: Day },
  structureId: StructureId,
): Promise<Structure | Refusal<NetworkRefusalCode>> {
  const { organizationId } = actor;
  const refusal = maySpeakFor(actor, await seatsOf(tx, organizationId, actor.personId, today), structureId);
  if (refusal) return refusal;
  const structure = await findStructure(tx, organizationId, structureId);
  return structure ?? refuse("missing", "structure.missing", {}, "structureId");
}
