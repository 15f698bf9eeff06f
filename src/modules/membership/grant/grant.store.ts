import { sql } from "kysely";
import type { SupportRole } from "#kernel/actor.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";

export type StoredGrant = {
  readonly id: Id<"grant">;
  readonly personId: PersonId;
  readonly role: SupportRole;
  readonly siteId: Id<"site"> | null;
  readonly siteName: string | null;
  readonly followedOnly: boolean;
};

/** The roles that a person holds. */
export async function grantsOf(tx: Tx, organizationId: OrganizationId, personId: PersonId): Promise<StoredGrant[]> {
  const { rows } = await sql<StoredGrant>`
    select g.id, g.person_id as "personId", g.role, g.site_id as "siteId", s.name as "siteName", g.followed_only as "followedOnly"
      from membership.role_grant g
      left join membership.site s on s.organization_id = g.organization_id and s.id = g.site_id
     where g.organization_id = ${organizationId} and g.person_id = ${personId} and g.revoked_at is null
     order by g.granted_at, g.id`.execute(tx);
  return rows;
}

/**
 * True when nobody else administers the cooperative. The administrators' grants are locked: two of them leaving at
 * the same moment cannot each count on the other.
 */
export async function isLastAdministrator(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
): Promise<boolean> {
  const { rows } = await sql<{ person_id: PersonId }>`
    select g.person_id from membership.role_grant g
     where g.organization_id = ${organizationId} and g.role = 'administrator' and g.revoked_at is null
     order by g.id for update`.execute(tx);
  const holders = new Set(rows.map((row) => row.person_id));
  return holders.has(personId) && holders.size === 1;
}
