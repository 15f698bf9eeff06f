/** Fiscal years and their monthly periods: where an entry may still be posted. */

import { addDays, addMonths, type Day, firstDayOf, lastDayOf, monthOf, monthsFrom, yearOf } from "#kernel/day.ts";
import { onDay } from "#kernel/fact.ts";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { next, type Transitions } from "#kernel/transition.ts";
import type { fr } from "./fiscal-year.fr.ts";

export type FiscalYearId = Id<"fiscalYear">;
export type FiscalYearRefusal = Refusal<keyof typeof fr.refusals>;

export type PeriodStatus = "open" | "locked" | "closed";
export type PeriodAction = "lock" | "unlock" | "close";

/** A locked period can be reopened, a closed one never (its balances are final). */
export const periodTransitions: Transitions<PeriodStatus, PeriodAction> = {
  open: { lock: "locked", close: "closed" },
  locked: { unlock: "open", close: "closed" },
  closed: {},
};

export type Period = {
  /** 1 is the first month of the year. */
  readonly number: number;
  readonly start: Day;
  readonly end: Day;
  readonly status: PeriodStatus;
};

/**
 * Where the à-nouveaux of a year stand. They get the first numbers (LPF art. A47 A-1), but are known only when the
 * year before is closed, months after this one began: number 1 is then kept for them ("expected").
 */
export type OpeningStatus = "none" | "expected" | "posted";

export type FiscalYear = {
  readonly id: FiscalYearId;
  /** "2026", or "2025-2026" when it is not a calendar year. */
  readonly code: string;
  readonly start: Day;
  readonly end: Day;
  readonly opening: OpeningStatus;
  readonly periods: readonly Period[];
};

/** What a new fiscal year is made of. */
export type FiscalYearPlan = Pick<FiscalYear, "code" | "start" | "end" | "periods">;

/** The longest first fiscal year that is tolerated in France. */
const MAX_MONTHS = 24;

/**
 * A year from one day to another, cut into calendar months (the first and last may be partial).
 * Refuses an end before the start or a year of more than 24 months.
 */
export function planFiscalYear(start: Day, end: Day): FiscalYearPlan | FiscalYearRefusal {
  if (end <= start) return refuse("invalid", "fiscalYear.endBeforeStart", {}, "end");
  if (end >= addMonths(start, MAX_MONTHS)) return refuse("invalid", "fiscalYear.tooLong", {}, "end");
  const months = monthsFrom(monthOf(start), monthOf(end));
  const periods = months.map((month, index): Period => {
    const first = firstDayOf(month);
    const last = lastDayOf(month);
    return { number: index + 1, start: first < start ? start : first, end: last > end ? end : last, status: "open" };
  });
  const [from, to] = [yearOf(start), yearOf(end)];
  return { code: from === to ? `${from}` : `${from}-${to}`, start, end, periods };
}

/** The calendar year of a day: the default of a new cooperative. */
export function calendarYearOf(day: Day): { start: Day; end: Day } {
  return { start: `${yearOf(day)}-01-01` as Day, end: `${yearOf(day)}-12-31` as Day };
}

/** The twelve months that follow a fiscal year. */
export function followingYear(previous: Pick<FiscalYear, "end">): { start: Day; end: Day } {
  const start = addDays(previous.end, 1);
  return { start, end: addDays(addMonths(start, 12), -1) };
}

export function fiscalYearAt(years: readonly FiscalYear[], day: Day): FiscalYear | null {
  return years.find((year) => year.start <= day && day <= year.end) ?? null;
}

export function periodAt(year: FiscalYear, day: Day): Period | null {
  return year.periods.find((period) => period.start <= day && day <= period.end) ?? null;
}

export function isClosed(year: FiscalYear): boolean {
  return year.periods.every((period) => period.status === "closed");
}

/**
 * The status of a period after an act. Refuses what the table forbids, and closing a period while an earlier one
 * (of this year, or of a year before) is not closed: closed balances must rest on closed balances.
 */
export function changePeriod(
  years: readonly FiscalYear[],
  year: FiscalYear,
  number: number,
  action: PeriodAction,
): PeriodStatus | FiscalYearRefusal {
  const period = year.periods.find((candidate) => candidate.number === number);
  if (!period) return refuse("missing", "fiscalYear.periodUnknown");
  const status = next(periodTransitions, period.status, action);
  if (status === null) {
    const code = period.status === "closed" ? "fiscalYear.periodClosed" : "fiscalYear.periodUnchanged";
    return refuse("conflict", code, { end: onDay(period.end) });
  }
  if (action === "close") {
    const earlier = years
      .flatMap((candidate) => candidate.periods)
      .filter((candidate) => candidate.end < period.start && candidate.status !== "closed")
      .sort((a, b) => (a.end < b.end ? -1 : 1))[0];
    if (earlier) return refuse("conflict", "fiscalYear.earlierOpen", { end: onDay(earlier.end) });
  }
  return status;
}
