import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { MembershipTables } from "../tables.ts";

export type ActivityName = { readonly id: ActivityId; readonly code: string; readonly name: string };

/** The activities of the cooperative among those given, by name. */
export async function activitiesOf(
  tx: Tx,
  organizationId: OrganizationId,
  visible: "all" | ReadonlySet<ActivityId>,
): Promise<ActivityName[]> {
  let query = tx
    .withTables<MembershipTables>()
    .selectFrom("membership.activity")
    .select(["id", "code", "name"])
    .where("organization_id", "=", organizationId);
  if (visible !== "all") {
    if (visible.size === 0) return [];
    query = query.where("id", "in", [...visible]);
  }
  return query.orderBy("name").orderBy("id").execute();
}
