import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { PersonFacts } from "./person.policy.ts";

export type StoredPerson = {
  readonly personId: PersonId;
  readonly userId: Id<"user"> | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly siteId: Id<"site"> | null;
  readonly followerId: PersonId | null;
  readonly invitedAt: Instant | null;
  readonly archivedAt: Instant | null;
  readonly version: number;
};

/**
 * True for a person that a role of the actor limited to a site or to the persons followed covers. A person of no
 * activity yet (a newcomer) is covered too, which the activities of the actor's grants cannot tell.
 */
function reachedBy(actor: Actor) {
  return sql<boolean>`exists (
    select 1 from membership.role_grant g
     where g.organization_id = p.organization_id and g.person_id = ${actor.personId} and g.revoked_at is null
       and (g.site_id is not null or g.followed_only)
       and (g.site_id is null or p.site_id = g.site_id)
       and (not g.followed_only or p.follower_id = ${actor.personId}))`;
}

/** True for a person ("p") that the actor's support roles cover, whole or limited. */
export function seenBy(actor: Actor) {
  return actor.grants.some((grant) => grant.reach === "all") ? sql<boolean>`true` : reachedBy(actor);
}

/** A person with what the policy asks, locked when the act will change them. Null when there is none. */
export async function findPerson(
  tx: Tx,
  actor: Actor,
  personId: PersonId,
  locked = false,
): Promise<(StoredPerson & { readonly facts: PersonFacts }) | null> {
  const { rows } = await sql<StoredPerson & { reached: boolean; supports: boolean }>`
    select p.id as "personId", p.user_id as "userId", p.first_name as "firstName", p.last_name as "lastName", p.email,
           p.phone, p.site_id as "siteId", p.follower_id as "followerId", p.invited_at as "invitedAt",
           p.archived_at as "archivedAt", p.version, ${reachedBy(actor)} as reached,
           exists (select 1 from membership.role_grant h where h.organization_id = p.organization_id
                    and h.person_id = p.id and h.revoked_at is null) as supports
      from membership.person p
     where p.organization_id = ${actor.organizationId} and p.id = ${personId}
     ${locked ? sql`for update` : sql``}`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  const { reached, supports, ...person } = row;
  return { ...person, facts: { personId, reached, supports, archived: person.archivedAt !== null } };
}

export type PersonLine = {
  readonly personId: PersonId;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly site: string;
  /** Who follows them, and their name; "" for nobody. */
  readonly followerId: PersonId | null;
  readonly follower: string;
  readonly userId: string | null;
  readonly invited: boolean;
  readonly archived: boolean;
  /** Running contract on the day asked. */
  readonly contract: "cape" | "cesa" | null;
  /** Names of the running activities. */
  readonly activities: readonly string[];
};

/** The persons that the actor's support roles cover, by name. Empty for somebody without such a role. */
export async function listPersons(tx: Tx, actor: Actor, on: string, archived: boolean): Promise<PersonLine[]> {
  const { rows } = await sql<PersonLine>`
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName", p.email,
           coalesce(s.name, '') as site, p.follower_id as "followerId",
           coalesce(f.first_name || ' ' || f.last_name, '') as follower,
           p.user_id as "userId", p.invited_at is not null as invited, p.archived_at is not null as archived,
           (select c.kind from membership.contract c
             where c.organization_id = p.organization_id and c.person_id = p.id and c.cancelled_at is null
               and c.starts_on <= ${on} and (c.ends_on is null or c.ends_on >= ${on}) limit 1) as contract,
           coalesce((select jsonb_agg(distinct a.name order by a.name) from membership.participation pa
             join membership.activity a on a.organization_id = pa.organization_id and a.id = pa.activity_id
            where pa.organization_id = p.organization_id and pa.person_id = p.id
              and pa.starts_on <= ${on} and (pa.ends_on is null or pa.ends_on >= ${on})), '[]'::jsonb) as activities
      from membership.person p
      left join membership.site s on s.organization_id = p.organization_id and s.id = p.site_id
      left join membership.person f on f.organization_id = p.organization_id and f.id = p.follower_id
     where p.organization_id = ${actor.organizationId} and (p.archived_at is not null) = ${archived}
       and p.withdrawn_at is null
       and ${seenBy(actor)}
     order by p.last_name collate "fr-x-icu", p.first_name collate "fr-x-icu", p.id`.execute(tx);
  return rows;
}

/** Persons who may follow others: the support team. */
export async function listFollowers(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<{ personId: PersonId; name: string }[]> {
  const { rows } = await sql<{ personId: PersonId; name: string }>`
    select p.id as "personId", p.first_name || ' ' || p.last_name as name
      from membership.person p
     where p.organization_id = ${organizationId} and p.archived_at is null
       and exists (select 1 from membership.role_grant g where g.organization_id = p.organization_id
                    and g.person_id = p.id and g.revoked_at is null and g.role in ('accompagnateur', 'direction'))
     order by p.last_name collate "fr-x-icu", p.first_name collate "fr-x-icu"`.execute(tx);
  return rows;
}
