/** Insurances and qualifications of an activity: some trades cannot work, nor promise to, without one that runs. */
import { addDays, type Day } from "#kernel/day.ts";

export const COVER_KINDS = ["insurance", "qualification"] as const;
export type CoverKind = (typeof COVER_KINDS)[number];

export type Cover = { readonly kind: CoverKind; readonly startsOn: Day; readonly endsOn: Day | null };

/** True when a cover of the kind runs on the day. */
export function runs(covers: readonly Cover[], kind: CoverKind, on: Day): boolean {
  return covers.some((cover) => cover.kind === kind && cover.startsOn <= on && (cover.endsOn ?? on) >= on);
}

/**
 * The last day on which covers of a kind run without a gap from a day on: "9999-12-31" for ever; the day before for one
 * that does not run at all.
 */
export function coveredUntil(covers: readonly Cover[], kind: CoverKind, from: Day): Day {
  const FOR_EVER = "9999-12-31" as Day;
  let until = addDays(from, -1);
  const ordered = covers.filter((cover) => cover.kind === kind).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  for (const { startsOn, endsOn } of ordered) {
    if (startsOn > addDays(until, 1)) break;
    if (endsOn === null) return FOR_EVER;
    if (endsOn > until) until = endsOn;
  }
  return until;
}
