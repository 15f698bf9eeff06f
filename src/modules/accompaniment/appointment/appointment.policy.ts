import type { Actor, SupportRole } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { AppointmentRefusalCode } from "./appointment.fr.ts";
import { type Appointment, advisersOf, personsOf } from "./appointment.ts";

/** Those who accompany people. Payroll and accountants are not told what is said between them. */
export const ACCOMPANYING: readonly SupportRole[] = ["accompagnateur", "direction", "administrator"];

export const accompanies = (actor: Actor): boolean => actor.grants.some(({ role }) => ACCOMPANYING.includes(role));

export type Reached = "all" | ReadonlySet<PersonId>;
export type AppointmentAction = "read" | "update" | "hold" | "cancel" | "askToMove";

/** Who somebody is in an appointment: who is accompanied in it comes first, whatever their roles. */
export function partIn(
  actor: Actor,
  appointment: Pick<Appointment, "parties">,
  reached: Reached,
): "team" | "person" | null {
  const persons = personsOf(appointment);
  if (persons.includes(actor.personId)) return "person";
  if (!accompanies(actor)) return null;
  if (reached === "all" || persons.some((personId) => reached.has(personId))) return "team";
  return advisersOf(appointment).includes(actor.personId) ? "team" : null;
}

/** Who plans appointments, with whom: those who accompany, each within their reach. */
export function mayPlan(
  actor: Actor,
  persons: readonly PersonId[],
  reached: Reached,
): Refusal<AppointmentRefusalCode> | null {
  if (!accompanies(actor)) return refuse("forbidden", "appointment.notAllowed");
  return reached === "all" || persons.every((personId) => reached.has(personId))
    ? null
    : refuse("missing", "appointment.personMissing", {}, "personId");
}

/** Both sides read, cancel and speak of moving; those who accompany do the rest. Anybody else: there is no such thing. */
export function mayAppointment(
  actor: Actor,
  action: AppointmentAction,
  appointment: Pick<Appointment, "parties">,
  reached: Reached,
): Refusal<AppointmentRefusalCode> | null {
  const part = partIn(actor, appointment, reached);
  if (part === null) return refuse("missing", "appointment.missing");
  if (part === "team" || action === "read" || action === "cancel" || action === "askToMove") return null;
  return refuse("forbidden", "appointment.notAllowed");
}
