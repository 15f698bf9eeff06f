import { addDays } from "#kernel/day.ts";
import { dayStart, minutesAfter } from "#kernel/zoned.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { listAppointments } from "../appointment/appointment.store.ts";
import { type AppointmentRow, appointmentRows } from "../appointment/appointment-rows.store.ts";
import { type Unsigned, unsignedSessions } from "../attendance/attendance.store.ts";
import { listTasks } from "./task.store.ts";
import { namedTasks, type TaskRow } from "./task-rows.store.ts";

export type Awaiting = {
  /** Dates of workshops that are over and lack signatures. */
  readonly unsigned: readonly Unsigned[];
  readonly tasks: readonly TaskRow[];
  readonly appointments: readonly (AppointmentRow & { readonly side: "persons" | "advisers" })[];
};

/** Days ahead of which a home tells appointments. */
const AHEAD = 8;
/** Days during which a home says that an attendance sheet is not complete. */
const UNSIGNED_DAYS = 120;

/** What awaits this reader: what they have to do, whom they meet within the week. */
export async function awaiting(reader: Reader): Promise<Awaiting> {
  const { tx, actor, organizationId, today, now, timeZone } = reader;
  const tasks = await listTasks(tx, { organizationId, assigneeId: actor.personId, done: false, limit: 6 });
  const appointments = await listAppointments(tx, {
    ...{ organizationId, personId: actor.personId, status: "planned", limit: 8 },
    from: dayStart(today, timeZone),
    until: dayStart(addDays(today, AHEAD), timeZone),
  });
  const rows = await appointmentRows(reader, appointments);
  return {
    unsigned: await unsignedSessions(tx, organizationId, {
      before: now,
      since: minutesAfter(now, -UNSIGNED_DAYS * 24 * 60),
      of: actor.personId,
    }),
    tasks: await namedTasks(reader, tasks),
    appointments: rows.map((row) => ({
      ...row,
      side: row.advisers.some(({ personId }) => personId === actor.personId) ? "persons" : "advisers",
    })),
  };
}
