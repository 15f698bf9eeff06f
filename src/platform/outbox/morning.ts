/** Each morning of each cooperative, at eight of its own clock: what must be looked at every day hangs on it. */
import { type Day, dayIn } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { nextMorning } from "#kernel/zoned.ts";
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

/** Asks for the next morning, once. A story told in the past has no mornings: they begin with the machine's own day. */
export async function awaitMorning(
  { tx, organizationId, now }: Pick<CommandContext, "tx" | "organizationId" | "now">,
  timeZone: string,
): Promise<void> {
  const machine = systemClock();
  const at = nextMorning(now > machine ? now : machine, timeZone);
  const day = dayIn(at, timeZone);
  const id = derivedId(`${organizationId} morning ${day}`);
  await emitAt({ tx, organizationId, now }, { id, event: MORNING, payload: { day }, at });
}

/** A morning brings the next one first, whatever becomes of what hangs on it. */
export function morningsFollow(
  host: Pick<CommandHost, "database" | "clock">,
  timeZoneOf: (tx: Tx, organizationId: OrganizationId) => Promise<string>,
): OutboxHandler {
  return ({ organizationId }) =>
    withTenant(host.database, { organizationId, userId: null }, async (tx) =>
      awaitMorning({ tx, organizationId, now: host.clock() }, await timeZoneOf(tx, organizationId)),
    );
}
