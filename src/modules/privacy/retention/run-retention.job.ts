import { dayIn } from "#kernel/day.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { withTenant } from "#platform/database/tenant.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { writeTrace } from "#platform/trace.ts";
import { runRules } from "./run-retention.store.ts";

/** How a trace names what no one in particular did. */
const RULES = { userId: "retention rules", personId: null };
/** A morning erases this many times what one transaction does; the next one goes on. */
const MOST_ROUNDS = 20;

/** Each morning: what the rules no longer keep is erased, and counted. Run twice, it finds nothing the second time. */
export async function runRetention(
  app: Pick<App, "database" | "clock" | "wake">,
  { organizationId }: Pick<OutboxEvent, "organizationId">,
): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const now = app.clock();
    const more = await withTenant(app.database, { organizationId, userId: null }, async (tx) => {
      const { timeZone } = await organizationProfile(tx, organizationId);
      const erasing = { tx, organizationId, now, today: dayIn(now, timeZone) };
      const { counts, more } = await runRules(erasing, timeZone);
      const details = Object.fromEntries([...counts].filter(([, count]) => count > 0));
      if (Object.keys(details).length > 0) {
        const fact = { subjectKind: "privacy.retention", subjectId: organizationId, details };
        await writeTrace(tx, organizationId, RULES, "privacy.retention.run", [fact], [], now);
      }
      return more;
    });
    if (!more) break;
  }
  app.wake();
}
