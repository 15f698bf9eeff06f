import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type ImportItem, left, play, undoImport, undoInput } from "#modules/parcours/index.server.ts";
import { importFrench } from "#modules/parcours/index.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { accompanies } from "../appointment/appointment.policy.ts";
import { findAppointment } from "../appointment/appointment.store.ts";
import type { AppointmentId } from "../appointment/appointment.ts";
import { cancelAppointment } from "../appointment/end-appointment.command.ts";
import { holdAppointment } from "../appointment/hold-appointment.command.ts";
import { noteVersions } from "../appointment/note.store.ts";
import { updateAppointment } from "../appointment/plan-appointment.command.ts";
import type { StateBefore } from "./import-appointments.command.ts";

/** Undoes an import of appointments: those added are cancelled, those changed say again what they said. */
export const undoAppointments = defineCommand({
  name: "accompaniment.appointment.undoImport",
  input: undoInput,
  async run(context, { importId }) {
    if (!accompanies(context.actor))
      return refuse("forbidden", "appointmentImport.notAllowed") as Refusal<"appointmentImport.notAllowed">;
    return undoImport(
      context,
      importId,
      "appointments",
      ({ told }) =>
        (own, item) =>
          takeBack(told ? own : { ...own, emit: () => {} }, item),
    );
  },
});

async function takeBack(context: CommandContext, item: ImportItem): Promise<void> {
  const { tx, organizationId } = context;
  const appointmentId = item.subjectId as AppointmentId;
  const was = item.was as { version: number; before?: StateBefore };
  const now = await findAppointment(tx, organizationId, appointmentId, true);
  if (now === null || now.version !== was.version) return left();
  const { before } = was;
  if (before === undefined) {
    await play(context, cancelAppointment, { appointmentId, reason: importFrench.undone });
  } else if (before.status === "held") {
    await holdAgain(context, appointmentId, before);
  } else if (now.status === "planned") {
    await play(context, updateAppointment, { ...before, appointmentId, version: now.version, evenBusy: true });
  } else {
    left("appointmentImport.heldSince");
  }
}

/** The notes of before become a following version, as any correction. */
async function holdAgain(context: CommandContext, appointmentId: AppointmentId, before: StateBefore): Promise<void> {
  const versions = await noteVersions(context.tx, context.organizationId, appointmentId, context.actor.personId);
  const last = (privacy: string) => versions.filter((note) => note.privacy === privacy).at(-1);
  const then = (privacy: "shared" | "team") =>
    versions.find((note) => note.privacy === privacy && note.version === before.notes[privacy])?.body ?? "";
  await play(context, holdAppointment, {
    ...{ appointmentId, minutes: before.minutes, attendance: before.attendance },
    notes: { shared: then("shared"), team: then("team"), mine: last("mine")?.body ?? "" },
    seen: { shared: last("shared")?.version ?? 0, team: last("team")?.version ?? 0 },
  });
}
