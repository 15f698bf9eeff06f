/** Activities (enseignes): what a person works under, followed on accounts of its own. */

import type { Day } from "#kernel/day.ts";

export type ActivityStatus = "upcoming" | "open" | "closed";

/** Open from its first to its last day, both included. */
export function statusOfActivity(activity: { openedOn: Day; closedOn: Day | null }, on: Day): ActivityStatus {
  if (activity.openedOn > on) return "upcoming";
  return activity.closedOn !== null && activity.closedOn < on ? "closed" : "open";
}

/**
 * The next free code of the form A001. Opaque on purpose: a code is in the FEC and in the public directory of
 * e-invoicing addresses, where a person's name has no place (law.md §4).
 */
export function proposeCode(taken: Iterable<string>): string {
  let highest = 0;
  for (const code of taken) {
    const number = /^A(\d{3,9})$/.exec(code)?.[1];
    if (number !== undefined) highest = Math.max(highest, Number(number));
  }
  return `A${String(highest + 1).padStart(3, "0")}`;
}
