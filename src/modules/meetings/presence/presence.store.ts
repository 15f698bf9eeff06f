/** SQL of who says that they come to a meeting, and of who came. */
import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { MeetingId } from "../meeting/meeting.ts";
import type { ANSWERS, Presence, SEENS } from "./presence.ts";

export async function presencesOf(tx: Tx, organizationId: OrganizationId, meetingId: MeetingId): Promise<Presence[]> {
  const { rows } = await sql<Presence>`select person_id as "personId", answer, seen from meetings.presence
    where organization_id = ${organizationId} and meeting_id = ${meetingId} order by person_id`.execute(tx);
  return rows;
}

type Place = { readonly tx: Tx; readonly organizationId: OrganizationId; readonly now: Instant };

export async function saveAnswer(
  { tx, organizationId, now }: Place,
  meetingId: MeetingId,
  personId: PersonId,
  answer: (typeof ANSWERS)[number],
): Promise<void> {
  await sql`insert into meetings.presence (organization_id, meeting_id, person_id, answer, answered_at)
    values (${organizationId}, ${meetingId}, ${personId}, ${answer}, ${now})
    on conflict (organization_id, meeting_id, person_id) do update set answer = ${answer}, answered_at = ${now}`.execute(
    tx,
  );
}

export async function saveSeen(
  { tx, organizationId, now }: Place,
  meetingId: MeetingId,
  personId: PersonId,
  seen: (typeof SEENS)[number],
  by: PersonId,
): Promise<void> {
  await sql`insert into meetings.presence (organization_id, meeting_id, person_id, seen, seen_at, seen_by)
    values (${organizationId}, ${meetingId}, ${personId}, ${seen}, ${now}, ${by})
    on conflict (organization_id, meeting_id, person_id) do update set seen = ${seen}, seen_at = ${now}, seen_by = ${by}`.execute(
    tx,
  );
}
