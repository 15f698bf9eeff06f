/**
 * The two « entretiens d’accompagnement » that an entrepreneur under CESA is owed each year (C. trav. R7331-1 ff.). Our
 * reading, since the text says no more: a calendar year; for a contract that covers a part of it, two in proportion,
 * rounded to the nearest (three quarters of a year: two; a quarter: one; less: none).
 */
import { addDays, addMonths, type Day, daysBetween, toDay, yearOf } from "#kernel/day.ts";
import type { Contract } from "#modules/membership/index.ts";
import type { Deadline } from "./deadline.ts";

const YEARLY = 2;
/** Months before the last day from which it shows, then presses. */
const SHOWN = 3;
const NEAR = 1;
/** Days after it during which it still says that it was missed. */
const LATE = 31;

type Dates = Pick<Contract, "kind" | "startsOn" | "endsOn">;

/** How many interviews are owed in a year, and the last day for them; null when none is. */
export function interviewsOwed(
  contracts: readonly Dates[],
  year: number,
): { readonly count: number; readonly on: Day } | null {
  const [first, last] = [toDay(`${year}-01-01`), toDay(`${year}-12-31`)];
  let [days, on] = [0, first];
  for (const { kind, startsOn, endsOn } of contracts) {
    if (kind !== "cesa") continue;
    // Days are text: the later of two is the second in order.
    const [, from = first] = [startsOn, first].sort();
    const [until = last] = [endsOn ?? last, last].sort();
    if (from > until) continue;
    days += daysBetween(from, until) + 1;
    if (until > on) on = until;
  }
  const whole = daysBetween(first, last) + 1;
  const count = Math.floor((2 * YEARLY * days + whole) / (2 * whole));
  return count === 0 ? null : { count, on };
}

/** What is missing this year, or was missing last year and is still fresh. `held`: the days of held interviews. */
export function interviewDeadlines(contracts: readonly Dates[], held: readonly Day[], today: Day): Deadline[] {
  const year = yearOf(today);
  const found: Deadline[] = [];
  for (const one of [year - 1, year]) {
    const owed = interviewsOwed(contracts, one);
    if (owed === null || held.filter((day) => yearOf(day) === one).length >= owed.count) continue;
    const { on } = owed;
    if (today < addMonths(on, -SHOWN) || today > addDays(on, LATE)) continue;
    const urgency = today > on ? "late" : today >= addMonths(on, -NEAR) ? "near" : "coming";
    found.push({ kind: "interviews", on, urgency });
  }
  return found;
}
