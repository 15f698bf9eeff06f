import { sql } from "kysely";
import type { Id } from "#kernel/id.ts";
import type { CommandHost } from "#platform/command.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { derivedId } from "#platform/id.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { emitAt } from "#platform/outbox/emit-at.ts";
import { AGREEMENT_CHANGED } from "../agreement/carry-agreement.job.ts";

/** Whoever leaves the provider enters its clients no more: their names are taken back, and each client hears of it. */
export async function closeLeaver(host: Pick<CommandHost, "database" | "clock">, event: OutboxEvent): Promise<void> {
  const { organizationId } = event;
  const now = host.clock();
  await withTenant(host.database, { organizationId, userId: null }, async (tx) => {
    const { rows } = await sql<{ agreementId: Id<"delegation"> }>`update delegation.naming set withdrawn_at = ${now}
      where organization_id = ${organizationId} and person_id = ${String(event.payload.personId)}
        and withdrawn_at is null returning agreement_id as "agreementId"`.execute(tx);
    for (const { agreementId } of rows) {
      const id = derivedId(`${event.id} ${agreementId}`);
      await emitAt({ tx, organizationId, now }, { id, event: AGREEMENT_CHANGED, payload: { agreementId }, at: now });
    }
  });
}
