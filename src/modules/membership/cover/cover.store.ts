import { sql } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { COVER_KINDS, type Cover, type CoverKind, runs } from "./cover.ts";

export type StoredCover = Cover & {
  readonly id: Id<"cover">;
  readonly activityId: ActivityId;
  readonly label: string;
  readonly cancelledAt: Instant | null;
};

/** The covers of some activities, cancelled ones included, the earliest first. */
export async function coversOf(
  tx: Tx,
  organizationId: OrganizationId,
  activities: readonly ActivityId[],
): Promise<StoredCover[]> {
  const { rows } = await sql<StoredCover>`
    select id, activity_id as "activityId", kind, label, starts_on as "startsOn", ends_on as "endsOn",
           cancelled_at as "cancelledAt"
      from membership.cover
     where organization_id = ${organizationId} and activity_id = any(${[...activities]}::uuid[])
     order by starts_on, id`.execute(tx);
  return rows;
}

/** What an activity cannot work without. */
export async function coversRequired(
  tx: Tx,
  organizationId: OrganizationId,
  activities: readonly ActivityId[],
): Promise<ReadonlyMap<ActivityId, readonly CoverKind[]>> {
  const { rows } = await sql<{ id: ActivityId; insurance: boolean; qualification: boolean }>`
    select id, insurance_required as insurance, qualification_required as qualification from membership.activity
     where organization_id = ${organizationId} and id = any(${[...activities]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, COVER_KINDS.filter((kind) => row[kind])]));
}

/** What the trade of an activity requires and nobody recorded as running on the day: its quotes wait for it. */
export async function coversLacking(
  tx: Tx,
  organizationId: OrganizationId,
  activityId: ActivityId,
  on: Day,
): Promise<readonly CoverKind[]> {
  const required = (await coversRequired(tx, organizationId, [activityId])).get(activityId) ?? [];
  if (required.length === 0) return [];
  const standing = (await coversOf(tx, organizationId, [activityId])).filter((cover) => cover.cancelledAt === null);
  return required.filter((kind) => !runs(standing, kind, on));
}
