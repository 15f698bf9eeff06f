import { type RawBuilder, sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";

/**
 * (person_id, meetings, minutes): what each person came to, of the appointments held on the days of a period in the
 * cooperative's calendar. A piece of the queries of statistics.
 */
export function heldMeetings(organizationId: OrganizationId, from: Day, to: Day): RawBuilder<unknown> {
  return sql`select party.person_id, count(*) as meetings, sum(a.minutes) as minutes
    from accompaniment.appointment a
    join accompaniment.appointment_party party
      on party.organization_id = a.organization_id and party.appointment_id = a.id
    join membership.organization o on o.organization_id = a.organization_id
   where a.organization_id = ${organizationId} and a.status = 'held' and party.part = 'person'
     and party.attendance = 'present'
     and a.starts_at >= (${from}::date::timestamp at time zone o.time_zone)
     and a.starts_at < ((${to}::date + 1)::timestamp at time zone o.time_zone)
   group by party.person_id`;
}
