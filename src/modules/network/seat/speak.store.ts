import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { Tx } from "#platform/database/database.ts";
import type { NetworkRefusalCode } from "../network.fr.ts";
import { maySpeakFor } from "../network.policy.ts";
import { findStructure, listStructures } from "../structure/structure.store.ts";
import type { Structure, StructureId } from "../structure/structure.ts";
import { seatsOf } from "./seat.store.ts";

type Speaker = { readonly tx: Tx; readonly actor: Actor; readonly today: Day };

/** The open structures that somebody speaks for today: those of their seats, or all of them for the team. */
export async function spokenStructures({ tx, actor, today }: Speaker): Promise<Structure[]> {
  const { organizationId } = actor;
  const seats = await seatsOf(tx, organizationId, actor.personId, today);
  return (await listStructures(tx, organizationId, { on: today })).filter(
    ({ id }) => maySpeakFor(actor, seats, id) === null,
  );
}

/** The structure that an act is for, if whoever acts speaks for it today; what is wrong is said beside its field. */
export async function speakingFor(
  { tx, actor, today }: Speaker,
  structureId: StructureId,
): Promise<Structure | Refusal<NetworkRefusalCode>> {
  const { organizationId } = actor;
  const refusal = maySpeakFor(actor, await seatsOf(tx, organizationId, actor.personId, today), structureId);
  if (refusal) return refusal;
  const structure = await findStructure(tx, organizationId, structureId);
  return structure ?? refuse("missing", "structure.missing", {}, "structureId");
}
