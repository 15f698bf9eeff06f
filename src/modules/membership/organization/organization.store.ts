import { sql } from "kysely";
import type { Id, OrganizationId } from "#kernel/id.ts";
import type { Database } from "#platform/database/database.ts";
import { withUser } from "#platform/database/tenant.ts";

/** A cooperative that a user belongs to. */
export type Membership = {
  readonly organizationId: OrganizationId;
  readonly slug: string;
  readonly name: string;
};

const KNOWN_MS = 60_000;
const KNOWN_MAX = 10_000;

/** Cooperatives found a moment ago. Whether the user is still a member is asked again with every presence. */
const known = new Map<string, { id: OrganizationId; until: number }>();

/**
 * The cooperative of a path, for one of its members; null for everybody else. The row-level policy
 * "own_organization" decides, and an answer is kept for a minute: presence is checked by each request anyway.
 */
export async function findOrganization(
  database: Database,
  slug: string,
  userId: Id<"user">,
): Promise<OrganizationId | null> {
  const key = `${userId} ${slug}`;
  const now = performance.now();
  const found = known.get(key);
  if (found && found.until > now) return found.id;
  known.delete(key);
  const rows = await withUser(database, userId, async (tx) => {
    const result = await sql<{ organization_id: OrganizationId }>`select o.organization_id
      from membership.organization o
      join membership.person p on p.organization_id = o.organization_id
     where o.slug = ${slug} and p.user_id = ${userId} and p.archived_at is null`.execute(tx);
    return result.rows;
  });
  const id = rows[0]?.organization_id ?? null;
  if (id !== null) {
    if (known.size >= KNOWN_MAX) known.delete(known.keys().next().value ?? "");
    known.set(key, { id, until: now + KNOWN_MS });
  }
  return id;
}

/** The cooperatives of a user, by name. */
export function cooperativesOf(database: Database, userId: Id<"user">): Promise<Membership[]> {
  return withUser(database, userId, async (tx) => {
    const { rows } = await sql<Membership>`select o.organization_id as "organizationId", o.slug, o.legal_name as name
      from membership.organization o
      join membership.person p on p.organization_id = o.organization_id
     where p.user_id = ${userId} and p.archived_at is null
     order by o.legal_name collate "fr-x-icu", o.slug`.execute(tx);
    return rows;
  });
}

/** Databases known to have a cooperative: they never lose it. */
const begun = new WeakSet<Database>();

/** True once a cooperative exists here: the first-run page is closed for ever. */
export async function hasCooperative(database: Database): Promise<boolean> {
  if (begun.has(database)) return true;
  const rows = await withUser(database, "", async (tx) => {
    const result = await sql<{ found: boolean }>`select membership.has_cooperative() as found`.execute(tx);
    return result.rows;
  });
  const found = rows[0]?.found ?? true;
  if (found) begun.add(database);
  return found;
}
