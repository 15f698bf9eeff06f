import type { Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { FundedActionId } from "../appointment/appointment.ts";
import type { AccompanimentTables } from "../tables.ts";

export type FundedAction = {
  readonly id: FundedActionId;
  readonly name: string;
  readonly archivedAt: Instant | null;
};

/** What funders pay for, by name; those that are over too. */
export async function fundedActions(tx: Tx, organizationId: OrganizationId): Promise<FundedAction[]> {
  return tx
    .withTables<AccompanimentTables>()
    .selectFrom("accompaniment.funded_action")
    .select(["id", "name", "archived_at as archivedAt"])
    .where("organization_id", "=", organizationId)
    .orderBy("name")
    .execute();
}

export async function findFundedAction(
  tx: Tx,
  organizationId: OrganizationId,
  id: FundedActionId,
): Promise<FundedAction | null> {
  return (await fundedActions(tx, organizationId)).find((action) => action.id === id) ?? null;
}
