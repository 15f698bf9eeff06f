import type { Instant } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { minutesAfter } from "#kernel/zoned.ts";
import { personNames } from "#modules/membership/index.server.ts";
import type { CommandContext } from "#platform/command.ts";
import type { ExternalRefusalCode } from "./external.fr.ts";
import { busyElsewhere } from "./external.store.ts";

/** A warning: the first of these advisers whose diary elsewhere says taken at that moment; null when none is. */
export async function takenElsewhere(
  { tx, organizationId }: CommandContext,
  advisers: readonly PersonId[],
  startsAt: Instant,
  minutes: number,
): Promise<Refusal<ExternalRefusalCode> | null> {
  const [busy] = await busyElsewhere(tx, organizationId, advisers, startsAt, minutesAfter(startsAt, minutes));
  if (busy === undefined) return null;
  const name = (await personNames(tx, organizationId, [busy.personId])).get(busy.personId) ?? "";
  return refuse("conflict", "external.busy", { name }, "time");
}
