import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Agreement } from "./agreement.ts";

export type StoredAgreement = Agreement & {
  readonly id: Id<"agreement">;
  readonly activityId: ActivityId;
  readonly cancelledAt: Instant | null;
};

/** The agreements of some activities, cancelled ones included, the earliest first. */
export async function agreementsOf(
  tx: Tx,
  organizationId: OrganizationId,
  activities: readonly ActivityId[],
): Promise<StoredAgreement[]> {
  const { rows } = await sql<StoredAgreement>`
    select id, activity_id as "activityId", starts_on as "startsOn", ends_on as "endsOn", shares,
           cancelled_at as "cancelledAt"
      from membership.agreement
     where organization_id = ${organizationId} and activity_id = any(${[...activities]}::uuid[])
     order by starts_on, id`.execute(tx);
  return rows;
}
