import type { Actor } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { isStaff, mayEnter, mayPrepare, maySpeakFor, type Seat } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode, StructureId } from "#modules/network/index.ts";
import type { ConsultationRefusalCode } from "./consultation.fr.ts";
import type { Phase } from "./consultation.ts";

type Seats = readonly Pick<Seat, "structureId">[];
type Refused = Refusal<ConsultationRefusalCode | NetworkRefusalCode>;

/** Everybody of the network reads what is asked and how many answered. */
export function mayReadConsultation(actor: Actor): Refused | null {
  return mayEnter(actor);
}

/** The team prepares, opens, reminds, closes and draws the synthesis. */
export function mayRunConsultation(actor: Actor): Refused | null {
  return mayPrepare(actor);
}

/** The form is for those who have a seat for the structure: the team does not answer in its name. */
export function mayAnswer(actor: Actor, seats: Seats, structureId: StructureId): Refused | null {
  const entered = mayEnter(actor);
  if (entered) return entered;
  return seats.some((seat) => seat.structureId === structureId) ? null : refuse("forbidden", "network.notSeated");
}

/** The minutes of a territorial meeting are entered by the team or by a representative. */
export function mayRecordGathering(actor: Actor, seats: Seats, structureId: StructureId): Refused | null {
  return maySpeakFor(actor, seats, structureId);
}

/** What answers say is read by all once the phase is closed; before, by the team alone, so that nobody is led. */
export function mayReadResults(actor: Actor, phase: Pick<Phase, "status">): Refused | null {
  const entered = mayEnter(actor);
  if (entered) return entered;
  return phase.status === "closed" || isStaff(actor) ? null : refuse("forbidden", "phase.resultsLater");
}

/** The answers of one structure: its own representatives and the team at any time, everybody once the phase is closed. */
export function mayReadAnswer(
  actor: Actor,
  seats: Seats,
  structureId: StructureId,
  phase: Pick<Phase, "status">,
): Refused | null {
  if (seats.some((seat) => seat.structureId === structureId)) return mayEnter(actor);
  return mayReadResults(actor, phase);
}
