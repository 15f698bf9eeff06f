import { sql } from "kysely";
import { type Actor, hasGeneralRole, type SupportRole } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";

/** True for a person ("p") whom one of these roles of the actor covers: everybody, a site, those whom they follow. */
export function coveredBy(actor: Actor, roles: readonly SupportRole[]) {
  return sql<boolean>`exists (
    select 1 from membership.role_grant g
     where g.organization_id = p.organization_id and g.person_id = ${actor.personId} and g.revoked_at is null
       and g.role = any(${roles}::text[])
       and (g.site_id is null or p.site_id = g.site_id)
       and (not g.followed_only or p.follower_id = ${actor.personId}))`;
}

/** True when one of these roles of the actor covers this person, gone or not. */
export async function reachesPerson(
  tx: Tx,
  actor: Actor,
  roles: readonly SupportRole[],
  personId: PersonId,
): Promise<boolean> {
  if (hasGeneralRole(actor, roles)) return true;
  if (!actor.grants.some(({ role }) => roles.includes(role))) return false;
  const { rows } = await sql<{ covered: boolean }>`select ${coveredBy(actor, roles)} as covered from membership.person p
    where p.organization_id = ${actor.organizationId} and p.id = ${personId}`.execute(tx);
  return rows[0]?.covered ?? false;
}

/** "all", or the persons, gone ones included, whom these roles of the actor cover. */
export async function personsReached(
  tx: Tx,
  actor: Actor,
  roles: readonly SupportRole[],
): Promise<"all" | ReadonlySet<PersonId>> {
  if (hasGeneralRole(actor, roles)) return "all";
  if (!actor.grants.some(({ role }) => roles.includes(role))) return new Set();
  const { rows } = await sql<{ id: PersonId }>`select p.id from membership.person p
    where p.organization_id = ${actor.organizationId} and ${coveredBy(actor, roles)}`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

export type ReachedPerson = {
  readonly personId: PersonId;
  readonly name: string;
  readonly site: string;
  readonly followerId: PersonId | null;
  readonly follower: string;
};

/** The persons of today whom these roles of the actor cover, by name. */
export async function reachedPersons(tx: Tx, actor: Actor, roles: readonly SupportRole[]): Promise<ReachedPerson[]> {
  const { rows } = await sql<ReachedPerson>`
    select p.id as "personId", p.first_name || ' ' || p.last_name as name, coalesce(s.name, '') as site,
           p.follower_id as "followerId", coalesce(f.first_name || ' ' || f.last_name, '') as follower
      from membership.person p
      left join membership.site s on s.organization_id = p.organization_id and s.id = p.site_id
      left join membership.person f on f.organization_id = p.organization_id and f.id = p.follower_id
     where p.organization_id = ${actor.organizationId} and p.archived_at is null and ${coveredBy(actor, roles)}
     order by p.last_name collate "fr-x-icu", p.first_name collate "fr-x-icu", p.id`.execute(tx);
  return rows;
}
