import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { accompanies, type Reached } from "../appointment/appointment.policy.ts";
import type { WorkshopRefusalCode } from "./workshop.fr.ts";
import type { Workshop } from "./workshop.ts";

/** Who sets workshops up: those who accompany. Everybody of the cooperative reads and may ask for one. */
export function mayOrganize(actor: Actor): Refusal<WorkshopRefusalCode> | null {
  return accompanies(actor) ? null : refuse("forbidden", "workshop.notAllowed");
}

/** Who holds the attendance of a workshop: its trainers, whoever set it up, those who reach everybody. */
export function keepsAttendance(
  actor: Actor,
  workshop: Pick<Workshop, "trainers" | "createdBy">,
  reached: Reached,
): boolean {
  return (
    workshop.trainers.includes(actor.personId) ||
    (accompanies(actor) && (reached === "all" || workshop.createdBy === actor.personId))
  );
}

/** Whose registration this person may read and change: their own, and those whom they reach or teach. */
export function mayRegister(
  actor: Actor,
  workshop: Pick<Workshop, "trainers" | "createdBy">,
  personId: PersonId,
  reached: Reached,
): Refusal<WorkshopRefusalCode> | null {
  if (personId === actor.personId || keepsAttendance(actor, workshop, reached)) return null;
  if (accompanies(actor) && (reached === "all" || reached.has(personId))) return null;
  return refuse("missing", "workshop.personMissing", {}, "personId");
}
