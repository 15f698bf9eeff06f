import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { AppointmentId, Privacy } from "./appointment.ts";

export type Note = {
  readonly appointmentId: AppointmentId;
  readonly privacy: Privacy;
  readonly version: number;
  readonly body: string;
  readonly writtenAt: Instant;
  readonly writtenBy: PersonId;
};

const COLUMNS = sql`appointment_id as "appointmentId", privacy, version, body, written_at as "writtenAt",
  written_by as "writtenBy"`;

/** The last version of each note that somebody of the team reads: nobody else's own. */
export async function lastNotes(
  tx: Tx,
  organizationId: OrganizationId,
  id: AppointmentId,
  reader: PersonId,
): Promise<ReadonlyMap<Privacy, Note>> {
  const notes = await noteVersions(tx, organizationId, id, reader);
  return new Map(notes.map((note) => [note.privacy, note]));
}

/** Every version that somebody of the team reads, the oldest first. */
export async function noteVersions(
  tx: Tx,
  organizationId: OrganizationId,
  id: AppointmentId,
  reader: PersonId,
): Promise<Note[]> {
  const { rows } = await sql<Note>`select ${COLUMNS} from accompaniment.appointment_note
    where organization_id = ${organizationId} and appointment_id = ${id}
      and (privacy <> 'mine' or written_by = ${reader})
    order by version`.execute(tx);
  return rows;
}

/** What is shared with whom it is about, by appointment: the last version of it. */
export async function sharedNotes(
  tx: Tx,
  organizationId: OrganizationId,
  ids: readonly AppointmentId[],
): Promise<ReadonlyMap<AppointmentId, Note>> {
  const { rows } = await sql<Note>`select ${COLUMNS} from accompaniment.appointment_note
    where organization_id = ${organizationId} and appointment_id = any(${ids}::uuid[]) and privacy = 'shared'
    order by version`.execute(tx);
  return new Map(rows.map((row) => [row.appointmentId, row]));
}
