/** SQL of whom an activity concerns: those who run it, those who accompany it. For what tells people something. */

import { sql } from "kysely";
import type { SupportRole } from "#kernel/actor.ts";
import type { Instant } from "#kernel/day.ts";
import type { ActivityId, Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";

const today = (now: Instant) => sql`(${now}::timestamptz at time zone o.time_zone)::date`;

/** Those who take part in an activity on the day of a moment. */
export async function entrepreneursOf(
  tx: Tx,
  organizationId: OrganizationId,
  activityId: ActivityId,
  now: Instant,
): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ personId: PersonId }>`
    select pa.person_id as "personId"
      from membership.participation pa
      join membership.organization o on o.organization_id = pa.organization_id
      join membership.person p on p.organization_id = pa.organization_id and p.id = pa.person_id
     where pa.organization_id = ${organizationId} and pa.activity_id = ${activityId} and p.archived_at is null
       and pa.starts_on <= ${today(now)} and (pa.ends_on is null or pa.ends_on >= ${today(now)})`.execute(tx);
  return rows.map(({ personId }) => personId);
}

/** Those who hold one of the roles over an activity: over everything, over its persons' site, or as whom they follow. */
export async function supportOf(
  tx: Tx,
  organizationId: OrganizationId,
  activityId: ActivityId,
  roles: readonly SupportRole[],
  now: Instant,
): Promise<readonly PersonId[]> {
  const { rows } = await sql<{ personId: PersonId }>`
    select distinct g.person_id as "personId"
      from membership.role_grant g
      join membership.organization o on o.organization_id = g.organization_id
      join membership.person p on p.organization_id = g.organization_id and p.id = g.person_id
     where g.organization_id = ${organizationId} and g.revoked_at is null and p.archived_at is null
       and g.role = any(${[...roles]}::text[])
       and ((g.site_id is null and not g.followed_only) or exists (
         select 1 from membership.participation pa
           join membership.person f on f.organization_id = pa.organization_id and f.id = pa.person_id
          where pa.organization_id = g.organization_id and pa.activity_id = ${activityId}
            and (pa.ends_on is null or pa.ends_on >= ${today(now)})
            and (g.site_id is null or f.site_id = g.site_id)
            and (not g.followed_only or f.follower_id = g.person_id)))`.execute(tx);
  return rows.map(({ personId }) => personId);
}

/** Those who sign in: everybody, those who run an activity on the day of a moment, or those who hold a support role. */
export async function membersAmong(
  tx: Tx,
  organizationId: OrganizationId,
  audience: "everybody" | "entrepreneurs" | "team",
  now: Instant,
): Promise<readonly PersonId[]> {
  const runs = sql`exists (select 1 from membership.participation pa where pa.organization_id = p.organization_id
    and pa.person_id = p.id and pa.starts_on <= ${today(now)} and (pa.ends_on is null or pa.ends_on >= ${today(now)}))`;
  const supports = sql`exists (select 1 from membership.role_grant g where g.organization_id = p.organization_id
    and g.person_id = p.id and g.revoked_at is null)`;
  const among = { everybody: sql`true`, entrepreneurs: runs, team: supports }[audience];
  const { rows } = await sql<{ personId: PersonId }>`
    select p.id as "personId"
      from membership.person p
      join membership.organization o on o.organization_id = p.organization_id
     where p.organization_id = ${organizationId} and p.archived_at is null and p.user_id is not null and ${among}
     order by p.id`.execute(tx);
  return rows.map(({ personId }) => personId);
}

/** How persons are written to, among those given who are not archived. */
export async function contactsOf(tx: Tx, organizationId: OrganizationId, ids: readonly PersonId[]) {
  if (ids.length === 0) return [];
  const { rows } = await sql<{
    personId: PersonId;
    userId: Id<"user"> | null;
    firstName: string;
    name: string;
    email: string;
  }>`
    select id as "personId", user_id as "userId", first_name as "firstName", first_name || ' ' || last_name as name, email
      from membership.person
     where organization_id = ${organizationId} and id = any(${[...ids]}::uuid[]) and archived_at is null`.execute(tx);
  return rows;
}

export type AddressLine = {
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
};

/** How persons are reached, telephone included, among those given who are not archived: for what they chose to show. */
export async function addressLinesOf(
  tx: Tx,
  organizationId: OrganizationId,
  ids: readonly PersonId[],
): Promise<AddressLine[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<AddressLine>`
    select id as "personId", first_name || ' ' || last_name as name, email, phone from membership.person
     where organization_id = ${organizationId} and id = any(${[...ids]}::uuid[]) and archived_at is null
     order by last_name collate "fr-x-icu", first_name collate "fr-x-icu", id`.execute(tx);
  return rows;
}
