import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";

export type RunningContract = {
  readonly personId: PersonId;
  readonly personName: string;
  readonly kind: "cape" | "cesa";
  readonly startsOn: Day;
  readonly endsOn: Day | null;
};

/** The contracts that run on some day of a period, by name; for whoever may read all of them. */
export async function contractsBetween(
  tx: Tx,
  organizationId: OrganizationId,
  from: Day,
  until: Day,
): Promise<readonly RunningContract[]> {
  const { rows } = await sql<RunningContract>`
    select c.person_id as "personId", p.first_name || ' ' || p.last_name as "personName", c.kind,
           c.starts_on as "startsOn", c.ends_on as "endsOn"
      from membership.contract c
      join membership.person p on p.organization_id = c.organization_id and p.id = c.person_id
     where c.organization_id = ${organizationId} and c.cancelled_at is null
       and c.starts_on <= ${until} and (c.ends_on is null or c.ends_on >= ${from})
     order by p.last_name collate "fr-x-icu", p.first_name collate "fr-x-icu", p.id, c.starts_on`.execute(tx);
  return rows;
}
