import type { App } from "#platform/app.ts";
import { withTenant } from "#platform/database/tenant.ts";
import type { OutboxEvent, OutboxHandler } from "#platform/outbox/drain.ts";
import { morningOf } from "#platform/outbox/morning.ts";
import { watchLimits } from "./limit-change.store.ts";

/** A contract that ends passes a limit without any act: they are looked at each morning. */
export async function watchLimitsOf(
  app: Pick<App, "database" | "clock" | "wake">,
  event: Pick<OutboxEvent, "organizationId" | "payload">,
): Promise<void> {
  const { organizationId } = event;
  await withTenant(app.database, { organizationId, userId: null }, (tx) =>
    watchLimits({ tx, organizationId, now: app.clock(), today: morningOf(event), actor: null }),
  );
  app.wake();
}

export function governanceMornings(app: App): OutboxHandler[] {
  return [(event) => watchLimitsOf(app, event)];
}
