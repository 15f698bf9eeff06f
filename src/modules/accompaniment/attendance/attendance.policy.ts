import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { Reached } from "../appointment/appointment.policy.ts";
import type { WorkshopRefusalCode } from "../workshop/workshop.fr.ts";
import { keepsAttendance } from "../workshop/workshop.policy.ts";
import { seated, type Workshop } from "../workshop/workshop.ts";

type Facts = Pick<Workshop, "trainers" | "createdBy" | "registrations">;

/** Who comes to a date: those who have a seat, those who lead. */
export const expected = (workshop: Facts): readonly PersonId[] => [
  ...workshop.trainers,
  ...seated(workshop).map(({ personId }) => personId),
];

/** The sheet of a date: whoever keeps it sees everybody, whoever is on it sees their own line. */
export function mayReadAttendance(
  actor: Actor,
  workshop: Facts,
  reached: Reached,
): Refusal<WorkshopRefusalCode> | "all" | "own" {
  if (keepsAttendance(actor, workshop, reached)) return "all";
  return expected(workshop).includes(actor.personId) ? "own" : refuse("missing", "signature.missing");
}

/** Signing: oneself on one's own telephone, or anybody of the room on the tablet of whoever keeps the attendance. */
export function maySign(
  actor: Actor,
  workshop: Facts,
  personId: PersonId,
  reached: Reached,
): Refusal<WorkshopRefusalCode> | null {
  const read = mayReadAttendance(actor, workshop, reached);
  if (typeof read !== "string") return read;
  if (read === "own" && personId !== actor.personId) return refuse("missing", "signature.missing");
  return expected(workshop).includes(personId) ? null : refuse("missing", "signature.notRegistered");
}

/** Absences and paper sheets: whoever keeps the attendance. */
export function mayKeep(
  actor: Actor,
  workshop: Facts,
  personId: PersonId,
  reached: Reached,
): Refusal<WorkshopRefusalCode> | null {
  const refusal = maySign(actor, workshop, personId, reached);
  if (refusal) return refusal;
  return keepsAttendance(actor, workshop, reached) ? null : refuse("forbidden", "signature.notAllowed");
}
