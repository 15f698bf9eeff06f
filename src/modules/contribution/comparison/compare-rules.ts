/**
 * The simulation before a vote: what each of two scales collects over the same real months, and who gains or loses.
 * Nothing is stored: the months are figures of the past, computed afresh under each rule.
 */
import type { Month } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { type Cents, subtract, sum } from "#kernel/money.ts";
import { type ComputedMonth, computeMonth } from "../compute/compute-contribution.ts";
import type { MonthInput } from "../compute/month-input.ts";
import type { RuleVersion } from "../rule/rule.ts";

/** An activity and its months in order. Months before the comparison's first month warm up yearly rules, uncounted. */
export type ActivityMonths = {
  readonly activityId: ActivityId;
  readonly name: string;
  readonly months: readonly MonthInput[];
};

/** Which rule applies to which activity: today's rules may differ, a proposal is often one for all. */
export type RuleOf = (activityId: ActivityId) => RuleVersion;

export type Effect = "gains" | "loses" | "same";

export type ActivityComparison = {
  readonly activityId: ActivityId;
  readonly name: string;
  readonly current: Cents;
  readonly proposed: Cents;
  /** proposed − current: negative when the activity would pay less. */
  readonly difference: Cents;
  readonly effect: Effect;
  readonly months: readonly { readonly month: Month; readonly current: Cents; readonly proposed: Cents }[];
};

export type RuleComparison = {
  readonly activities: readonly ActivityComparison[];
  readonly current: Cents;
  readonly proposed: Cents;
  readonly difference: Cents;
  readonly counts: Readonly<Record<Effect, number>>;
};

/** Compares two rules from a month on, activity by activity; those who lose most come first. */
export function compareRules(
  current: RuleOf,
  proposed: RuleOf,
  activities: readonly ActivityMonths[],
  from: Month,
): RuleComparison {
  const compared = activities
    .map((activity) => compareActivity(current(activity.activityId), proposed(activity.activityId), activity, from))
    .sort((a, b) => (a.difference < b.difference ? 1 : a.difference > b.difference ? -1 : 0));
  const counts: Record<Effect, number> = { gains: 0, loses: 0, same: 0 };
  for (const { effect } of compared) counts[effect] += 1;
  const totals = {
    current: sum(compared.map((item) => item.current)),
    proposed: sum(compared.map((item) => item.proposed)),
  };
  return { activities: compared, ...totals, difference: subtract(totals.proposed, totals.current), counts };
}

function compareActivity(
  current: RuleVersion,
  proposed: RuleVersion,
  { activityId, name, months }: ActivityMonths,
  from: Month,
): ActivityComparison {
  const pastCurrent: ComputedMonth[] = [];
  const pastProposed: ComputedMonth[] = [];
  const rows: { month: Month; current: Cents; proposed: Cents }[] = [];
  for (const input of months) {
    const now = computeMonth(current, input, pastCurrent);
    const then = computeMonth(proposed, input, pastProposed);
    pastCurrent.push(now);
    pastProposed.push(then);
    if (now.month >= from) rows.push({ month: now.month, current: now.total, proposed: then.total });
  }
  const totals = { current: sum(rows.map((row) => row.current)), proposed: sum(rows.map((row) => row.proposed)) };
  const difference = subtract(totals.proposed, totals.current);
  const effect = difference < 0n ? "gains" : difference > 0n ? "loses" : "same";
  return { activityId, name, ...totals, difference, effect, months: rows };
}
