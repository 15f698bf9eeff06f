import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";

/** The day of the last invoice of each of these activities, credit notes left out; without any, an activity is absent. */
export async function lastIssueDays(
  tx: Tx,
  organizationId: OrganizationId,
  activities: readonly ActivityId[],
): Promise<ReadonlyMap<ActivityId, Day>> {
  const { rows } = await sql<{ activityId: ActivityId; day: Day }>`
    select activity_id as "activityId", max(issue_date) as day from sales.invoice
     where organization_id = ${organizationId} and activity_id = any(${[...activities]}::uuid[])
       and status = 'issued' and kind <> 'credit_note'
     group by activity_id`.execute(tx);
  return new Map(rows.map(({ activityId, day }) => [activityId, day]));
}
