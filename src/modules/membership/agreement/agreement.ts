/** The agreement on a common activity and its split of pay (C. trav. R7331-6, R7331-7). */
import type { Day } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { parsePercent, type Rate } from "#kernel/rate.ts";

/** Parts per ten thousand of what remains, by person. */
export type Shares = Readonly<Record<string, number>>;

export type Agreement = { readonly startsOn: Day; readonly endsOn: Day | null; readonly shares: Shares };

/** The whole of what remains. */
export const WHOLE = 10_000;

/** The shares typed ("50", "33,33"), or null when one is no percentage or when they do not make 100 %. */
export function readShares(typed: Readonly<Record<string, string>>): Shares | null {
  const shares: Record<string, number> = {};
  let total = 0;
  for (const [personId, text] of Object.entries(typed)) {
    const share: Rate | null = text.trim() === "" ? null : parsePercent(text.replace(/[\s%]/g, ""));
    if (share === null || share < 0 || share > WHOLE) return null;
    shares[personId] = share;
    total += share;
  }
  return total === WHOLE ? shares : null;
}

/** The agreement that runs on a day: the latest that began. */
export function agreementOn<A extends Agreement>(agreements: readonly A[], on: Day): A | null {
  const running = agreements.filter(({ startsOn, endsOn }) => startsOn <= on && (endsOn ?? on) >= on);
  return running.sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1)).at(-1) ?? null;
}

/** True when several persons take part and no running agreement gives each of them a share. */
export function lacksAgreement(agreements: readonly Agreement[], people: readonly PersonId[], on: Day): boolean {
  if (new Set(people).size < 2) return false;
  const running = agreementOn(agreements, on);
  return running === null || people.some((personId) => running.shares[personId] === undefined);
}
