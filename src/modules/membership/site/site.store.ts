import type { Id, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { MembershipTables } from "../tables.ts";

export type Site = { readonly id: Id<"site">; readonly name: string };

/** The sites of the cooperative, by name. */
export function sitesOf(tx: Tx, organizationId: OrganizationId): Promise<Site[]> {
  return tx
    .withTables<MembershipTables>()
    .selectFrom("membership.site")
    .select(["id", "name"])
    .where("organization_id", "=", organizationId)
    .orderBy("name")
    .execute();
}

export async function siteExists(tx: Tx, organizationId: OrganizationId, id: Id<"site">): Promise<boolean> {
  const row = await tx
    .withTables<MembershipTables>()
    .selectFrom("membership.site")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}
