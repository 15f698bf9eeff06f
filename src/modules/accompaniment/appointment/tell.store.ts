import type { PersonId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import { findAppointment } from "./appointment.store.ts";
import { type AppointmentId, advisersOf } from "./appointment.ts";

/** Somebody is told of an appointment by mail, with its file for their calendar (tell-appointment.job.ts). */
export const APPOINTMENT_TOLD = "accompaniment.appointment.told.v1";

export type Told = "planned" | "moved" | "cancelled" | "askToMove";

/** Asks for one mail for each person who takes part but the one who acts: what they did, they know. */
export async function tellParties(
  context: CommandContext,
  appointmentId: AppointmentId,
  what: Told | null,
  reason: string,
): Promise<void> {
  if (what === null) return;
  const appointment = await findAppointment(context.tx, context.organizationId, appointmentId);
  const parties = appointment?.parties ?? [];
  const told: PersonId[] = what === "askToMove" ? advisersOf({ parties }) : parties.map(({ personId }) => personId);
  for (const personId of told) {
    if (personId === context.actor.personId) continue;
    context.emit(APPOINTMENT_TOLD, { appointmentId, personId, what, reason, by: context.actor.personId });
  }
}
