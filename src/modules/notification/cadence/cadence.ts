/** How soon a person wants a mail of what they are told. Pure. */

import { dayIn, type Instant, weekdayOf } from "#kernel/day.ts";
import type { Heading } from "#kernel/topic.ts";
import { nextMorning } from "#kernel/zoned.ts";

export const CADENCES = ["now", "daily", "weekly", "never"] as const;
export type CadenceChoice = (typeof CADENCES)[number];

/** What somebody has who chose nothing: at once for what they must do, once a day for the rest, each week for a whole list. */
export function defaultCadence(heading: Heading): CadenceChoice {
  if (heading.digest === true) return "weekly";
  return heading.urgent ? "now" : "daily";
}

/** The paces that a heading may have: a whole list never leaves at once. */
export function cadencesFor(heading: Heading): readonly CadenceChoice[] {
  return heading.digest === true ? CADENCES.filter((cadence) => cadence !== "now") : CADENCES;
}

const MONDAY = 1;

/** The next digest after a moment: the next eight o'clock, of a Monday when it is weekly. */
export function nextDigest(now: Instant, timeZone: string, choice: "daily" | "weekly"): Instant {
  let at = nextMorning(now, timeZone);
  while (choice === "weekly" && weekdayOf(dayIn(at, timeZone)) !== MONDAY) at = nextMorning(at, timeZone);
  return at;
}
