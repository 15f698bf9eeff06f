import { z } from "zod";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalDay, optionalText, requiredText } from "#platform/field.ts";
import type { AccompanimentTables } from "../tables.ts";
import { insertTask } from "../task/task.store.ts";
import type { AppointmentRefusalCode } from "./appointment.fr.ts";
import { addEvent } from "./appointment.store.ts";
import { type Appointment, type AppointmentId, ATTENDANCES, PRIVACIES, type Privacy } from "./appointment.ts";
import { openFor } from "./end-appointment.command.ts";
import { lastNotes } from "./note.store.ts";

const step = z.object({ title: requiredText(200), assigneeId: idText<"person">(), dueOn: optionalDay() });

/**
 * Keeps what took place: who came, how long, the notes of each degree of privacy, the next steps. Done again, it corrects:
 * each note becomes a following version, the ones before stay readable.
 */
export const holdAppointment = defineCommand({
  name: "accompaniment.appointment.hold",
  input: z.object({
    appointmentId: idText<"appointment">(),
    minutes: z.coerce
      .number("field.wholeNumber")
      .int("field.wholeNumber")
      .min(5, "field.other")
      .max(720, "field.tooLarge"),
    attendance: z.record(z.string(), oneOf(ATTENDANCES)).default({}),
    notes: z.object({ shared: optionalText(20_000), team: optionalText(20_000), mine: optionalText(20_000) }),
    /** The last version of each note that was on screen: one written meanwhile is read first. */
    seen: z
      .object({ shared: z.coerce.number().default(0), team: z.coerce.number().default(0) })
      .default({ shared: 0, team: 0 }),
    steps: z.array(step).max(10, "field.tooLong").default([]),
  }),
  async run(context, input): Promise<{ appointmentId: AppointmentId } | Refusal<AppointmentRefusalCode>> {
    const { appointmentId, minutes, attendance, notes, steps, seen } = input;
    const found = await openFor(context, appointmentId, "hold");
    if ("refused" in found) return found;
    const { appointment } = found;
    if (appointment.status === "cancelled") return refuse("conflict", "appointment.cancelledAlready");
    if (appointment.startsAt > context.now) return refuse("conflict", "appointment.notYet");
    const parties = new Set(appointment.parties.map(({ personId }) => personId));
    if (steps.some(({ assigneeId }) => !parties.has(assigneeId))) {
      return refuse("missing", "appointment.assigneeMissing", {}, "steps.0.assigneeId");
    }
    const before = await lastNotes(context.tx, context.organizationId, appointmentId, context.actor.personId);
    for (const privacy of ["shared", "team"] as const) {
      const version = before.get(privacy)?.version ?? 0;
      const changed = notes[privacy] !== (before.get(privacy)?.body ?? "");
      if (changed && version > seen[privacy])
        return refuse("conflict", "appointment.noteChanged", {}, `notes.${privacy}`);
    }
    await markHeld(context, appointment, minutes, attendance);
    for (const privacy of PRIVACIES) {
      const last = before.get(privacy);
      if (notes[privacy] === (last?.body ?? "")) continue;
      await writeNote(context, appointmentId, privacy, (last?.version ?? 0) + 1, notes[privacy]);
    }
    const [about] = appointment.parties.filter(({ part }) => part === "person");
    for (const { title, assigneeId, dueOn } of steps) {
      const personId = about?.personId ?? assigneeId;
      await insertTask(context, { appointmentId, personId, assigneeId, title, dueOn });
    }
    context.audit({ subjectKind: "accompaniment.appointment", subjectId: appointmentId });
    return { appointmentId };
  },
});

async function markHeld(
  context: CommandContext,
  appointment: Appointment,
  minutes: number,
  attendance: Readonly<Record<string, (typeof ATTENDANCES)[number]>>,
): Promise<void> {
  const { tx, organizationId } = context;
  const tables = tx.withTables<AccompanimentTables>();
  await tables
    .updateTable("accompaniment.appointment")
    .set({ status: "held", minutes, version: appointment.version + 1 })
    .where("organization_id", "=", organizationId)
    .where("id", "=", appointment.id)
    .execute();
  for (const { personId } of appointment.parties) {
    await tables
      .updateTable("accompaniment.appointment_party")
      .set({ attendance: attendance[personId] ?? "present" })
      .where("organization_id", "=", organizationId)
      .where("appointment_id", "=", appointment.id)
      .where("person_id", "=", personId as PersonId)
      .execute();
  }
  if (appointment.status !== "held") await addEvent(context, appointment, "hold", "");
}

async function writeNote(
  { tx, organizationId, actor, now, id }: CommandContext,
  appointmentId: AppointmentId,
  privacy: Privacy,
  version: number,
  body: string,
): Promise<void> {
  const note = { appointment_id: appointmentId, privacy, version, body, written_at: now, written_by: actor.personId };
  await tx
    .withTables<AccompanimentTables>()
    .insertInto("accompaniment.appointment_note")
    .values({ organization_id: organizationId, id: id(), ...note })
    .execute();
}
