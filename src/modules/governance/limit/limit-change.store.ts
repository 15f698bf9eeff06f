/** SQL of what mornings saw of the limits; the direction is told when one is passed, and no more once it holds again. */
import { sql } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { holdersOf } from "#modules/membership/index.server.ts";
import { notify, settleNotices } from "#modules/notification/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { derivedId } from "#platform/id.ts";
import { LIMIT_PASSED } from "../topics.ts";
import { type LastSeen, lastSeen } from "./last-seen.store.ts";
import { limitFacts } from "./limit.store.ts";
import { LIMITS, type LimitKey } from "./limit.ts";
import { limitsOf } from "./limits-of.ts";

type Watch = {
  readonly tx: Tx;
  readonly organizationId: OrganizationId;
  readonly now: Instant;
  readonly today: Day;
  readonly actor: { readonly personId: PersonId } | null;
};

const subjectOf = (organizationId: OrganizationId, key: LimitKey) => ({
  ...{ kind: "governance.limit", id: derivedId(`${organizationId} limit ${key}`) },
});

async function note({ tx, organizationId, now, today }: Watch, key: LimitKey, rank: number, passed: boolean) {
  await sql`insert into governance.limit_change (organization_id, limit_key, rank, passed, seen_on, at)
    values (${organizationId}, ${key}, ${rank}, ${passed}, ${today}, ${now}) on conflict do nothing`.execute(tx);
}

/** A limit told as passed that holds again, or that the form has no more: its notice goes. */
export async function settleLimits(watch: Watch, seen?: ReadonlyMap<LimitKey, LastSeen>): Promise<void> {
  const { tx, organizationId } = watch;
  const passed = [...(seen ?? (await lastSeen(tx, organizationId))).values()].filter((one) => one.passed);
  if (passed.length === 0) return;
  const limits = new Map(limitsOf(await limitFacts(watch)).map(({ key, state }) => [key, state]));
  for (const { key, rank } of passed) {
    const state = limits.get(key) ?? "held";
    // What nothing decides any more is not said held: its notice stays.
    if (state !== "held") continue;
    await note(watch, key, rank + 1, false);
    await settleNotices(watch, subjectOf(organizationId, key));
  }
}

/** Of a morning: whoever directs is told of each limit that is passed, once for each time. */
export async function watchLimits(watch: Watch): Promise<void> {
  const { tx, organizationId } = watch;
  const seen = await lastSeen(tx, organizationId);
  await settleLimits(watch, seen);
  const limits = limitsOf(await limitFacts(watch));
  for (const key of LIMITS) {
    const last = seen.get(key);
    if (last?.passed || limits.find((one) => one.key === key)?.state !== "broken") continue;
    const rank = (last?.rank ?? 0) + 1;
    await note(watch, key, rank, true);
    const directing = await holdersOf(tx, organizationId, ["direction", "administrator"]);
    await notify(watch, {
      ...{ to: directing.map(({ personId }) => personId), topic: LIMIT_PASSED[key], path: "associes#limites" },
      ...{ subject: subjectOf(organizationId, key), once: `${organizationId} limit ${key} ${rank}` },
    });
  }
}
