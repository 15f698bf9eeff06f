import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { personsReached } from "#modules/membership/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, requiredText } from "#platform/field.ts";
import type { AccompanimentTables } from "../tables.ts";
import type { AppointmentRefusalCode } from "./appointment.fr.ts";
import { ACCOMPANYING, type AppointmentAction, mayAppointment, partIn } from "./appointment.policy.ts";
import { addEvent, findAppointment } from "./appointment.store.ts";
import { type Appointment, type AppointmentId, appointmentTransitions } from "./appointment.ts";
import { tellParties } from "./tell.store.ts";

type Ended = { readonly appointmentId: AppointmentId };
type Refused = Refusal<AppointmentRefusalCode>;

/** The appointment for an act, locked, once the rights of who acts are known. */
export async function openFor(
  { tx, organizationId, actor }: CommandContext,
  id: AppointmentId,
  action: AppointmentAction,
): Promise<{ readonly appointment: Appointment; readonly part: "team" | "person" } | Refused> {
  const appointment = await findAppointment(tx, organizationId, id, true);
  if (appointment === null) return refuse("missing", "appointment.missing");
  const reached = await personsReached(tx, actor, ACCOMPANYING);
  const refusal = mayAppointment(actor, action, appointment, reached);
  if (refusal) return refusal;
  return { appointment, part: partIn(actor, appointment, reached) ?? "person" };
}

/** Says that it will not take place, or was recorded by mistake: who said so and why stays. */
export const cancelAppointment = defineCommand({
  name: "accompaniment.appointment.cancel",
  input: z.object({ appointmentId: idText<"appointment">(), reason: requiredText(500) }),
  async run(context, { appointmentId, reason }): Promise<Ended | Refused> {
    const found = await openFor(context, appointmentId, "cancel");
    if ("refused" in found) return found;
    const { appointment, part } = found;
    if (next(appointmentTransitions, appointment.status, "cancel") === null) {
      return refuse("conflict", "appointment.cancelledAlready");
    }
    const over = appointment.status === "held" || appointment.startsAt <= context.now;
    if (part === "person" && over) return refuse("conflict", "appointment.tooLate");
    await context.tx
      .withTables<AccompanimentTables>()
      .updateTable("accompaniment.appointment")
      .set({ status: "cancelled", version: appointment.version + 1 })
      .where("organization_id", "=", context.organizationId)
      .where("id", "=", appointmentId)
      .execute();
    await addEvent(context, appointment, "cancel", reason);
    context.audit({ subjectKind: "accompaniment.appointment", subjectId: appointmentId });
    await tellParties(context, appointmentId, over ? null : "cancelled", reason);
    return { appointmentId };
  },
});

/** Asks whoever accompanies to find another moment; nothing moves until they do. */
export const askToMoveAppointment = defineCommand({
  name: "accompaniment.appointment.askToMove",
  input: z.object({ appointmentId: idText<"appointment">(), reason: requiredText(500) }),
  async run(context, { appointmentId, reason }): Promise<Ended | Refused> {
    const found = await openFor(context, appointmentId, "askToMove");
    if ("refused" in found) return found;
    const { appointment } = found;
    if (appointment.status !== "planned" || appointment.startsAt <= context.now) {
      return refuse("conflict", "appointment.over");
    }
    await addEvent(context, appointment, "askToMove", reason);
    context.audit({ subjectKind: "accompaniment.appointment", subjectId: appointmentId });
    await tellParties(context, appointmentId, "askToMove", reason);
    return { appointmentId };
  },
});
