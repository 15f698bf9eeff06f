import { sql } from "kysely";
import { type Day, dayIn, type Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";

/** The days on which each person was present at an « entretien d’accompagnement », from a day of the past on. */
export async function heldInterviews(
  tx: Tx,
  organizationId: OrganizationId,
  from: Day,
  timeZone: string,
): Promise<ReadonlyMap<PersonId, readonly Day[]>> {
  const { rows } = await sql<{ personId: PersonId; startsAt: Instant }>`
    select y.person_id as "personId", a.starts_at as "startsAt"
      from accompaniment.appointment a
      join accompaniment.appointment_party y on y.organization_id = a.organization_id and y.appointment_id = a.id
     where a.organization_id = ${organizationId} and a.status = 'held' and a.nature = 'interview'
       and y.part = 'person' and y.attendance = 'present' and a.starts_at >= ${from}::date - 1`.execute(tx);
  const days = Map.groupBy(rows, ({ personId }) => personId);
  return new Map(
    [...days].map(([personId, held]) => [personId, held.map(({ startsAt }) => dayIn(startsAt, timeZone))]),
  );
}
