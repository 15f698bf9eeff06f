import { sql } from "kysely";
import type { ActivityRights, Actor, Grant, House, SupportRole } from "#kernel/actor.ts";
import { dayIn, type Instant } from "#kernel/day.ts";
import type { ActivityId, PersonId } from "#kernel/id.ts";
import type { Caller, Presence } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";

type PresenceRow = {
  person_id: PersonId;
  time_zone: string;
  house: House;
  grants: { role: SupportRole; scoped: boolean; reach: ActivityId[] }[];
  own: ({ activity: ActivityId } & ActivityRights)[];
};

/**
 * The actor of a signed-in user in a cooperative: roles with what they reach, and the activities they take part in
 * today (or took part in until it closed: its accounts stay theirs to read, C. trav. R7331-5). A limited role reaches the activities in which one of its persons takes part or will, and closed ones in which
 * one did; an activity that lives on without them is no longer theirs to see.
 * One query, since every request and every command pays it. Null when the user is no (longer a) member.
 */
export async function loadPresence(tx: Tx, caller: Caller, now: Instant): Promise<Presence | null> {
  const { rows } = await sql<PresenceRow>`
    select p.id as person_id, o.time_zone, o.kind as house,
      coalesce((select jsonb_agg(jsonb_build_object(
          'role', g.role,
          'scoped', g.site_id is not null or g.followed_only,
          'reach', case when g.site_id is null and not g.followed_only then '[]'::jsonb else coalesce((
            select jsonb_agg(distinct pa.activity_id)
              from membership.participation pa
              join membership.person f on f.organization_id = pa.organization_id and f.id = pa.person_id
              join membership.activity a on a.organization_id = pa.organization_id and a.id = pa.activity_id
             where pa.organization_id = g.organization_id
               and (pa.ends_on is null or a.closed_on is not null
                 or pa.ends_on >= (${now}::timestamptz at time zone o.time_zone)::date)
               and (g.site_id is null or f.site_id = g.site_id)
               and (not g.followed_only or f.follower_id = p.id)), '[]'::jsonb) end))
        from membership.role_grant g
       where g.organization_id = p.organization_id and g.person_id = p.id and g.revoked_at is null), '[]'::jsonb) as grants,
      coalesce((select jsonb_agg(jsonb_build_object(
          'activity', pa.activity_id,
          'selfValidatesQuotes', pa.self_validates_quotes,
          'selfValidatesInvoices', pa.self_validates_invoices,
          'recordsPayments', pa.records_payments,
          'quoteRequired', pa.quote_required))
        from membership.participation pa
        join membership.activity a on a.organization_id = pa.organization_id and a.id = pa.activity_id
       where pa.organization_id = p.organization_id and pa.person_id = p.id
         and pa.starts_on <= (${now}::timestamptz at time zone o.time_zone)::date
         and (pa.ends_on is null or pa.ends_on = a.closed_on
           or pa.ends_on >= (${now}::timestamptz at time zone o.time_zone)::date)), '[]'::jsonb) as own
      from membership.person p
      join membership.organization o on o.organization_id = p.organization_id
     where p.organization_id = ${caller.organizationId} and p.user_id = ${caller.userId} and p.archived_at is null`.execute(
    tx,
  );
  const row = rows[0];
  if (!row) return null;
  const grants: Grant[] = row.grants.map((grant) => ({
    role: grant.role,
    reach: grant.scoped ? new Set(grant.reach) : "all",
  }));
  const actor: Actor = {
    organizationId: caller.organizationId,
    house: row.house,
    userId: caller.userId,
    personId: row.person_id,
    grants,
    own: new Map(row.own.map(({ activity, ...rights }) => [activity, rights])),
  };
  return { actor, timeZone: row.time_zone, today: dayIn(now, row.time_zone) };
}
