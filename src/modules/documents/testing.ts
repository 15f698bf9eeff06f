import { sql } from "kysely";
import type { App } from "#platform/app.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import type { TestTenant } from "#testing/tenant.ts";
import { documentsEffects } from "./effects.job.ts";

/** What follows each act, as the drainer would do: at least once, so again each time. */
export async function settleDocuments(app: App, tenant: TestTenant): Promise<void> {
  const handlers = new Map(documentsEffects(app));
  const { rows } = await tenant.run((tx) =>
    sql<{ event: string; payload: Record<string, unknown> }>`select event, payload from platform.outbox
      where organization_id = ${tenant.organizationId} order by id`.execute(tx),
  );
  for (const { event, payload } of rows) {
    for (const handle of handlers.get(event) ?? []) {
      await handle({ organizationId: tenant.organizationId, event, payload } as unknown as OutboxEvent);
    }
  }
}
