/** How soon a person wants a mail of what they are told. Pure. */

import { addDays, type Day, dayIn, type Instant } from "#kernel/day.ts";
import type { Heading } from "#kernel/topic.ts";

export const CADENCES = ["now", "daily", "weekly", "never"] as const;
export type CadenceChoice = (typeof CADENCES)[number];

/** What somebody has who chose nothing: at once for what they must do, once a day for the rest. */
export function defaultCadence(heading: Heading): CadenceChoice {
  return heading.urgent ? "now" : "daily";
}

/** The hour of digests, in the cooperative's own time. */
const DIGEST_HOUR = 8;
const MONDAY = 1;

/** Eight o'clock of a day in a time zone. */
function digestOn(day: Day, timeZone: string): number {
  const guess = Date.parse(`${day}T0${DIGEST_HOUR}:00:00.000Z`);
  const parts = new Intl.DateTimeFormat("en-CA", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit" },
    minute: "2-digit",
  } as const).formatToParts(guess);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return guess - (local - guess);
}

/** The next digest after a moment: the next eight o'clock, of a Monday when it is weekly. */
export function nextDigest(now: Instant, timeZone: string, choice: "daily" | "weekly"): Instant {
  let day = dayIn(now, timeZone);
  for (;;) {
    const at = digestOn(day, timeZone);
    const weekday = new Date(`${day}T12:00:00.000Z`).getUTCDay();
    if (at > Date.parse(now) && (choice === "daily" || weekday === MONDAY))
      return new Date(at).toISOString() as Instant;
    day = addDays(day, 1);
  }
}
