/** SQL of cooperative meetings. */
import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Audience, Meeting, MeetingId } from "./meeting.ts";

const columns = sql`id, title, audience, starts_at as "startsAt", duration, place, link, agenda, draft,
  cancelled_at as "cancelledAt", cancel_reason as "cancelReason", version`;

export async function findMeeting(
  tx: Tx,
  organizationId: OrganizationId,
  id: MeetingId,
  lock = false,
): Promise<Meeting | null> {
  const { rows } = await sql<Meeting>`select ${columns} from meetings.meeting
    where organization_id = ${organizationId} and id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

/** Those to come (the soonest first) or over (the latest first), of these audiences. */
export async function listMeetings(
  tx: Tx,
  organizationId: OrganizationId,
  query: {
    readonly now: Instant;
    readonly when: "coming" | "past";
    readonly audiences: readonly Audience[];
    readonly limit: number;
    readonly offset?: number;
  },
): Promise<Meeting[]> {
  const { now, when, audiences, limit, offset = 0 } = query;
  const side = when === "coming" ? sql`>` : sql`<=`;
  const order = when === "coming" ? sql`asc` : sql`desc`;
  const { rows } = await sql<Meeting>`select ${columns} from meetings.meeting
    where organization_id = ${organizationId} and audience = any(${[...audiences]}::text[])
      and starts_at + make_interval(mins => duration) ${side} ${now}
    order by starts_at ${order}, id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

/** How many are over, of these audiences. */
export async function countPastMeetings(
  tx: Tx,
  organizationId: OrganizationId,
  { now, audiences }: { readonly now: Instant; readonly audiences: readonly Audience[] },
): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from meetings.meeting
    where organization_id = ${organizationId} and audience = any(${[...audiences]}::text[])
      and starts_at + make_interval(mins => duration) <= ${now}`.execute(tx);
  return rows[0]?.total ?? 0;
}

/** The meetings named, whatever their state. */
export async function meetingsNamed(
  tx: Tx,
  organizationId: OrganizationId,
  ids: readonly MeetingId[],
): Promise<ReadonlyMap<MeetingId, Meeting>> {
  const { rows } = await sql<Meeting>`select ${columns} from meetings.meeting
    where organization_id = ${organizationId} and id = any(${[...new Set(ids)]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}
