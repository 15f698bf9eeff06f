import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { ActivityId, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";

export type RunningActivity = { readonly activityId: ActivityId; readonly name: string; readonly startsOn: Day };

/** In what each of these persons takes part on a day. Rights are the caller's matter. */
export async function runningActivities(
  tx: Tx,
  organizationId: OrganizationId,
  personIds: readonly PersonId[],
  on: Day,
): Promise<ReadonlyMap<PersonId, readonly RunningActivity[]>> {
  const { rows } = await sql<RunningActivity & { personId: PersonId }>`
    select pa.person_id as "personId", a.id as "activityId", a.name, pa.starts_on as "startsOn"
      from membership.participation pa
      join membership.activity a on a.organization_id = pa.organization_id and a.id = pa.activity_id
     where pa.organization_id = ${organizationId} and pa.person_id = any(${[...personIds]}::uuid[])
       and pa.starts_on <= ${on} and (pa.ends_on is null or pa.ends_on >= ${on})
     order by a.name collate "fr-x-icu", a.id`.execute(tx);
  return Map.groupBy(rows, ({ personId }) => personId);
}
