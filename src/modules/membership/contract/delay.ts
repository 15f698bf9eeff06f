/** Delays that the law shortens by the duration of the contracts before: trial (C. trav. L7332-1), term to be an associate (L7331-3). */
import { addDays, addMonths, type Day, daysBetween } from "#kernel/day.ts";
import type { Contract } from "./contract.ts";

/** L7332-1: eight months at most, renewal included, less the contracts before. */
export const TRIAL_MONTHS = 8;

/** Whole months from a day to another one, the last not counted, and the days left over: "11 months and 3 days". */
export function monthsAndDays(from: Day, until: Day): { readonly months: number; readonly days: number } {
  let months = 0;
  while (addMonths(from, months + 1) <= until) months++;
  return { months, days: Math.max(0, daysBetween(addMonths(from, months), until)) };
}

/** The last day of a delay that begins with a contract and is shortened by the duration of those before it. */
export function lastDayOfDelay(
  startsOn: Day,
  months: number,
  before: readonly Pick<Contract, "startsOn" | "endsOn">[],
): Day {
  let [left, days] = [months, 0];
  for (const contract of before) {
    if (contract.endsOn === null) continue;
    const lasted = monthsAndDays(contract.startsOn, addDays(contract.endsOn, 1));
    left -= lasted.months;
    days += lasted.days;
  }
  return addDays(addMonths(startsOn, left), -days - 1);
}
