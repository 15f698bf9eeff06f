import type { CommandHost } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { morningOf } from "#platform/outbox/morning.ts";
import { agreementsHere } from "../agreement/agreement.store.ts";
import { stateOf } from "../agreement/agreement.ts";
import { openMonth } from "./work.store.ts";

/** The work of the month of each agreement that runs: made on its first morning, completed when somebody arrives later. */
export async function openMonths(host: Pick<CommandHost, "database">, event: OutboxEvent): Promise<void> {
  const { organizationId } = event;
  const day = morningOf(event);
  await withTenant(host.database, { organizationId, userId: null }, async (tx) => {
    for (const agreement of await agreementsHere(tx, organizationId)) {
      if (agreement.side !== "client" || stateOf(agreement, day) !== "running") continue;
      await openMonth(tx, organizationId, agreement, day);
    }
  });
}
