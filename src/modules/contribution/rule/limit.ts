/** Floors and caps: which case fits the person, and the share of the year or month they are present. */
import {
  addToMonth,
  type Day,
  daysBetween,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
  monthsFrom,
} from "#kernel/day.ts";
import { type Cents, prorate, toCents } from "#kernel/money.ts";
import {
  type AmountByCase,
  type ContributionRule,
  elapsedMonths,
  type Limit,
  type MemberStatus,
  yearStartOf,
} from "./rule.ts";

/** What a rule may ask about the person behind an activity, in one month. */
export type MemberMonth = {
  readonly status: MemberStatus;
  /** 1 for the month of the entry. */
  readonly seniorityMonth: number;
  /** True when a salary is paid for this month. */
  readonly salaryPaid: boolean;
  /** True when the activity trains under the cooperative's Qualiopi certificate. */
  readonly underQualiopi: boolean;
  readonly present: { readonly from: Day; readonly until: Day | null };
};

type Calendar = Pick<ContributionRule, "yearStart">;

/** The amount of the first case that fits the person. */
export function amountFor(value: AmountByCase, member: MemberMonth): Cents {
  const found = value.cases.find(
    (item) =>
      (item.status === null || item.status === member.status) &&
      (item.firstMonths === null || member.seniorityMonth <= item.firstMonths),
  );
  return found?.amount ?? value.otherwise;
}

/** A limit's amount for its own period (the month, or the contribution year of the month), pro rata of presence. */
export function limitAmount(limit: Limit, calendar: Calendar, member: MemberMonth, month: Month): Cents {
  const amount = amountFor(limit.amount, member);
  if (limit.per === "month") return presentShare(amount, limit.prorata, member, month, month);
  const first = yearStartOf(calendar, month);
  return presentShare(amount, limit.prorata, member, first, addToMonth(first, 11));
}

/** What a yearly floor asks of one month: a twelfth (the twelve add up to it), pro rata of the days when so set. */
export function monthOfYearlyFloor(limit: Limit, calendar: Calendar, member: MemberMonth, month: Month): Cents {
  const amount = amountFor(limit.amount, member);
  const elapsed = BigInt(elapsedMonths(calendar, month));
  const twelfth = toCents((amount * elapsed) / 12n - (amount * (elapsed - 1n)) / 12n);
  return presentShare(twelfth, limit.prorata, member, month, month);
}

function presentShare(
  amount: Cents,
  prorata: Limit["prorata"],
  { present }: MemberMonth,
  first: Month,
  last: Month,
): Cents {
  if (prorata === "none") return amount;
  const from = later(present.from, firstDayOf(first));
  const until = earlier(present.until ?? lastDayOf(last), lastDayOf(last));
  if (until < from) return toCents(0);
  if (prorata === "months") {
    return prorate(amount, count(monthOf(from), monthOf(until)), count(first, last));
  }
  const days = daysBetween(firstDayOf(first), lastDayOf(last)) + 1;
  return prorate(amount, BigInt(daysBetween(from, until) + 1), BigInt(days));
}

function count(first: Month, last: Month): bigint {
  return BigInt(monthsFrom(first, last).length);
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
