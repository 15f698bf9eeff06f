import { sql } from "kysely";
import type { SupportRole } from "#kernel/actor.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";

type Member = {
  readonly personId: PersonId;
  readonly userId: Id<"user">;
  readonly firstName: string;
  readonly email: string;
};

/** Those who sign in and hold one of the roles, over everything or over some: how each is written to. */
export async function membersHolding(
  tx: Tx,
  organizationId: OrganizationId,
  roles: readonly SupportRole[],
): Promise<readonly Member[]> {
  const { rows } = await sql<Member>`
    select p.id as "personId", p.user_id as "userId", p.first_name as "firstName", p.email
      from membership.person p
     where p.organization_id = ${organizationId} and p.archived_at is null and p.user_id is not null
       and exists (select 1 from membership.role_grant g where g.organization_id = p.organization_id
                    and g.person_id = p.id and g.revoked_at is null and g.role = any(${[...roles]}::text[]))
     order by p.id`.execute(tx);
  return rows;
}

/** Those who hold one of the roles over the whole cooperative, by name. */
export async function holdersOf(
  tx: Tx,
  organizationId: OrganizationId,
  roles: readonly SupportRole[],
): Promise<readonly { readonly personId: PersonId; readonly name: string }[]> {
  const { rows } = await sql<{ personId: PersonId; name: string }>`
    select p.id as "personId", p.first_name || ' ' || p.last_name as name
      from membership.person p
     where p.organization_id = ${organizationId} and p.archived_at is null and p.user_id is not null
       and exists (select 1 from membership.role_grant g where g.organization_id = p.organization_id
                    and g.person_id = p.id and g.revoked_at is null and g.role = any(${[...roles]}::text[])
                    and g.site_id is null and not g.followed_only)
     order by p.last_name collate "fr-x-icu", p.first_name collate "fr-x-icu"`.execute(tx);
  return rows;
}
