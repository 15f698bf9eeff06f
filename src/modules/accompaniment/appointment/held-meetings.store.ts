import { type RawBuilder, sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";

/**
 * (person_id, meetings, minutes): what each person came to on the days of a period in the cooperative's calendar, appointments
 * held and dates of workshops whose sheet they signed. A piece of the queries of statistics.
 */
export function heldMeetings(organizationId: OrganizationId, from: Day, to: Day): RawBuilder<unknown> {
  const begins = (moment: RawBuilder<unknown>) => sql`${moment} >= (${from}::date::timestamp at time zone o.time_zone)
     and ${moment} < ((${to}::date + 1)::timestamp at time zone o.time_zone)`;
  return sql`select person_id, count(*) as meetings, sum(minutes) as minutes from (
      select party.person_id, a.minutes
        from accompaniment.appointment a
        join accompaniment.appointment_party party
          on party.organization_id = a.organization_id and party.appointment_id = a.id
        join membership.organization o on o.organization_id = a.organization_id
       where a.organization_id = ${organizationId} and a.status = 'held' and party.part = 'person'
         and party.attendance = 'present' and ${begins(sql`a.starts_at`)}
      union all
      select g.person_id, s.minutes
        from accompaniment.workshop_session s
        join accompaniment.session_signature g on g.organization_id = s.organization_id and g.session_id = s.id
        join membership.organization o on o.organization_id = s.organization_id
       where s.organization_id = ${organizationId} and g.part = 'participant' and ${begins(sql`s.starts_at`)}
    ) came group by person_id`;
}
