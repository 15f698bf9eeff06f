/** Each morning of each cooperative, at eight of its own clock: what must be looked at every day hangs on it. */
import { type Day, dayIn } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { instantAt, MORNING_HOUR, nextMorning } from "#kernel/zoned.ts";
import { systemClock } from "../clock.ts";
import type { CommandContext, CommandHost } from "../command.ts";
import type { Tx } from "../database/database.ts";
import { withTenant } from "../database/tenant.ts";
import { derivedId } from "../id.ts";
import type { OutboxEvent, OutboxHandler } from "./drain.ts";
import { emitAt } from "./emit-at.ts";

export const MORNING = "platform.morning.came.v1";

/** The day whose morning an event is. After a long sleep it may be older than today. */
export const morningOf = (event: Pick<OutboxEvent, "payload">): Day => event.payload.day as Day;

/**
 * Asks for the next morning, once. A story told in the past has no mornings: they begin with the machine's own day. `from`: the
 * morning that asks, which two clocks that differ by a second must not bring again.
 */
export async function awaitMorning(
  { tx, organizationId, now }: Pick<CommandContext, "tx" | "organizationId" | "now">,
  timeZone: string,
  from: Day | null = null,
): Promise<void> {
  const known = [now, systemClock(), ...(from === null ? [] : [instantAt(from, MORNING_HOUR, timeZone)])];
  const at = nextMorning(known.sort().at(-1) ?? now, timeZone);
  const day = dayIn(at, timeZone);
  const id = derivedId(`${organizationId} morning ${day}`);
  await emitAt({ tx, organizationId, now }, { id, event: MORNING, payload: { day }, at });
}

/** A morning brings the next one first, whatever becomes of what hangs on it. */
export function morningsFollow(
  host: Pick<CommandHost, "database" | "clock">,
  timeZoneOf: (tx: Tx, organizationId: OrganizationId) => Promise<string>,
): OutboxHandler {
  return (event) => {
    const { organizationId } = event;
    return withTenant(host.database, { organizationId, userId: null }, async (tx) => {
      const timeZone = await timeZoneOf(tx, organizationId);
      await awaitMorning({ tx, organizationId, now: host.clock() }, timeZone, morningOf(event));
    });
  };
}
