import { addDays, addToMonth, type Day, firstDayOf, lastDayOf, monthOf, toDay, yearOf } from "#kernel/day.ts";

/** When a question is asked about: kept as said, so that a saved question follows the calendar. */
export type When =
  | { readonly kind: "today" | "this_year" | "last_year" }
  | { readonly kind: "on"; readonly on: Day }
  | { readonly kind: "during"; readonly from: Day; readonly to: Day };

export const WHEN_KINDS = ["today", "on", "this_year", "last_year", "during"] as const;

/** The days of a question, both included; one day alone when it is asked about a day. */
export type Period = { readonly from: Day; readonly to: Day };

export function periodOf(when: When, today: Day): Period {
  const year = yearOf(today);
  if (when.kind === "on") return { from: when.on, to: when.on };
  if (when.kind === "during") return { from: when.from, to: when.to };
  if (when.kind === "this_year") return { from: toDay(`${year}-01-01`), to: today };
  if (when.kind === "last_year") return yearWhole(year - 1);
  return { from: today, to: today };
}

function yearWhole(year: number): Period {
  return { from: toDay(`${year}-01-01`), to: toDay(`${year}-12-31`) };
}

/** The days that « cette année », « le mois dernier »… mean, seen from the day asked about. */
export function calendarDays(operator: string, on: Day): Period | null {
  if (operator === "this_year") return yearWhole(yearOf(on));
  if (operator === "last_year") return yearWhole(yearOf(on) - 1);
  const month = monthOf(on);
  if (operator === "this_month") return { from: firstDayOf(month), to: lastDayOf(month) };
  const before = addToMonth(month, -1);
  return operator === "last_month" ? { from: firstDayOf(before), to: lastDayOf(before) } : null;
}

/**
 * Days of birth that make somebody this old on a day, as text that days compare with: "1990-02-29" may name no day. Older
 * than `after`, not after `until`.
 */
export function bornFor(on: Day, atLeast: number, atMost: number): { readonly after: string; readonly until: string } {
  const monthDay = on.slice(4);
  const years = (count: number) => `${String(yearOf(on) - count).padStart(4, "0")}${monthDay}`;
  return { after: years(atMost + 1), until: years(atLeast) };
}

/** Whole years from a day to another; below zero before it. A birthday of 29 February is counted on 1 March. */
export function wholeYears(since: Day, on: Day): number {
  return yearOf(on) - yearOf(since) - (on.slice(5) < since.slice(5) ? 1 : 0);
}

export const dayBefore = (day: Day): Day => addDays(day, -1);
export const dayAfter = (day: Day): Day => addDays(day, 1);
