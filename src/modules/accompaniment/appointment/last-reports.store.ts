import type { PersonId } from "#kernel/id.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { listAppointments } from "./appointment.store.ts";
import { type AppointmentRow, appointmentRows } from "./appointment-rows.store.ts";
import { lastNotes } from "./note.store.ts";

export type Report = AppointmentRow & { readonly shared: string; readonly team: string };

const MOST = 6;

/** The last appointments of somebody with what the team reads of them; their reader's rights are the caller's matter. */
export async function lastReports(reader: Reader, personId: PersonId): Promise<Report[]> {
  const { tx, organizationId, actor } = reader;
  const query = { organizationId, personId, part: "person", order: "latest", limit: MOST } as const;
  const rows = await appointmentRows(reader, await listAppointments(tx, query));
  const reports: Report[] = [];
  for (const row of rows) {
    const notes = await lastNotes(tx, organizationId, row.id, actor.personId);
    reports.push({ ...row, shared: notes.get("shared")?.body ?? "", team: notes.get("team")?.body ?? "" });
  }
  return reports;
}
