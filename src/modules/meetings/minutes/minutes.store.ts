/** SQL of published minutes: each version stays. */
import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { MeetingId } from "../meeting/meeting.ts";

export type Minutes = {
  readonly version: number;
  readonly body: string;
  readonly publishedAt: Instant;
  readonly publishedBy: PersonId;
};

/** The latest first. */
export async function minutesOf(tx: Tx, organizationId: OrganizationId, meetingId: MeetingId): Promise<Minutes[]> {
  const { rows } =
    await sql<Minutes>`select version, body, published_at as "publishedAt", published_by as "publishedBy" from meetings.minutes
    where organization_id = ${organizationId} and meeting_id = ${meetingId} order by version desc`.execute(tx);
  return rows;
}

/** Which of these meetings have published minutes. */
export async function withMinutes(
  tx: Tx,
  organizationId: OrganizationId,
  ids: readonly MeetingId[],
): Promise<ReadonlySet<MeetingId>> {
  const { rows } = await sql<{ id: MeetingId }>`select distinct meeting_id as id from meetings.minutes
    where organization_id = ${organizationId} and meeting_id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
