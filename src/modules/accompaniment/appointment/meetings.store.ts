import { sql } from "kysely";
import { type Day, dayIn, type Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";

export type Meetings = { readonly last: Day | null; readonly next: Day | null };

/** When each of these persons was last met, and will be met next. Nobody met nor to be met: absent. */
export async function meetingsOf(
  tx: Tx,
  organizationId: OrganizationId,
  personIds: readonly PersonId[],
  now: Instant,
  timeZone: string,
): Promise<ReadonlyMap<PersonId, Meetings>> {
  const { rows } = await sql<{ personId: PersonId; last: Instant | null; next: Instant | null }>`
    select y.person_id as "personId",
           max(a.starts_at) filter (where a.status = 'held' and y.attendance = 'present') as last,
           min(a.starts_at) filter (where a.status = 'planned' and a.starts_at > ${now}) as next
      from accompaniment.appointment_party y
      join accompaniment.appointment a on a.organization_id = y.organization_id and a.id = y.appointment_id
     where y.organization_id = ${organizationId} and y.person_id = any(${[...personIds]}::uuid[]) and y.part = 'person'
     group by y.person_id`.execute(tx);
  const day = (value: Instant | null) => (value === null ? null : dayIn(value, timeZone));
  return new Map(rows.map(({ personId, last, next }) => [personId, { last: day(last), next: day(next) }]));
}
