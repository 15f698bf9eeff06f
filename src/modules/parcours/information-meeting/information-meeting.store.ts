import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { ClockTime } from "#kernel/zoned.ts";
import type { Tx } from "#platform/database/database.ts";
import type { CandidateId, InformationMeetingId } from "../tables.ts";
import type { InformationMeeting } from "./information-meeting.ts";

const COLUMNS = sql`m.id as "meetingId", m.held_on as "heldOn", m.starts_at as "startsAt", m.minutes, m.place, m.link,
  m.seats, m.notes, m.published, m.cancelled_at is not null as cancelled, m.version,
  (select count(*)::int from parcours.registration r where r.organization_id = m.organization_id
    and r.meeting_id = m.id and r.cancelled_at is null) as taken`;

/** Every meeting, the latest first. */
export async function listMeetings(tx: Tx, organizationId: OrganizationId): Promise<InformationMeeting[]> {
  const { rows } = await sql<InformationMeeting>`select ${COLUMNS} from parcours.information_meeting m
    where m.organization_id = ${organizationId} order by m.held_on desc, m.starts_at desc, m.id`.execute(tx);
  return rows;
}

/** What anybody may choose from: published, standing, of today or later, the soonest first. */
export async function comingMeetings(
  tx: Tx,
  organizationId: OrganizationId,
  today: Day,
): Promise<InformationMeeting[]> {
  const { rows } = await sql<InformationMeeting>`select ${COLUMNS} from parcours.information_meeting m
    where m.organization_id = ${organizationId} and m.published and m.cancelled_at is null and m.held_on >= ${today}
    order by m.held_on, m.starts_at, m.id limit 50`.execute(tx);
  return rows;
}

export async function findMeeting(
  tx: Tx,
  organizationId: OrganizationId,
  id: InformationMeetingId,
  locked = false,
): Promise<InformationMeeting | null> {
  const { rows } = await sql<InformationMeeting>`select ${COLUMNS} from parcours.information_meeting m
    where m.organization_id = ${organizationId} and m.id = ${id} ${locked ? sql`for update` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

export type Registered = {
  readonly candidateId: CandidateId;
  readonly followerId: PersonId | null;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly cancelled: boolean;
  readonly attendance: "present" | "absent" | null;
};

/** Who registered, by name; those who cancelled come last. */
export async function registeredAt(
  tx: Tx,
  organizationId: OrganizationId,
  id: InformationMeetingId,
): Promise<Registered[]> {
  const { rows } = await sql<Registered>`
    select c.id as "candidateId", c.follower_id as "followerId", c.first_name || ' ' || c.last_name as name, c.phone, c.email,
           r.cancelled_at is not null as cancelled, r.attendance
      from parcours.registration r
      join parcours.candidate c on c.organization_id = r.organization_id and c.id = r.candidate_id
     where r.organization_id = ${organizationId} and r.meeting_id = ${id} and c.merged_into is null
     order by r.cancelled_at is not null, c.last_name collate "fr-x-icu", c.first_name collate "fr-x-icu", c.id`.execute(
    tx,
  );
  return rows;
}

export type Registration = {
  readonly meetingId: InformationMeetingId;
  readonly heldOn: Day;
  readonly startsAt: ClockTime;
  readonly minutes: number;
  readonly place: string;
  readonly link: string;
  readonly meetingCancelled: boolean;
  readonly cancelled: boolean;
  readonly attendance: "present" | "absent" | null;
  readonly version: number;
};

/** The meetings that somebody registered for, the latest first. */
export async function registrationsOf(
  tx: Tx,
  organizationId: OrganizationId,
  candidateId: CandidateId,
): Promise<Registration[]> {
  const { rows } = await sql<Registration>`
    select m.id as "meetingId", m.held_on as "heldOn", m.starts_at as "startsAt", m.minutes, m.place, m.link, m.version,
           m.cancelled_at is not null as "meetingCancelled", r.cancelled_at is not null as cancelled, r.attendance
      from parcours.registration r
      join parcours.information_meeting m on m.organization_id = r.organization_id and m.id = r.meeting_id
     where r.organization_id = ${organizationId} and r.candidate_id = ${candidateId}
     order by m.held_on desc, m.starts_at desc, m.id`.execute(tx);
  return rows;
}
