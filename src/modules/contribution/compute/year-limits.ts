/** The yearly floor and cap, and the credit of a negative month. */
import { add, type Cents, maximum, minimum, negate, subtract, sum, toCents } from "#kernel/money.ts";
import type { ContributionRule, RuleVersion } from "../rule/rule.ts";
import type { PastMonth } from "./past-month.ts";
import type { Step } from "./trace.ts";

export type YearLimits = {
  readonly cap: Cents | null;
  /** This month's twelfth of the yearly floor; null when there is none or it is waived. */
  readonly floor: Cents | null;
};

/**
 * Applies the limits to the year so far: the steps to add, and what is due for this month. They bear on the sum before
 * limits, so the year's total does not depend on the order of good and bad months. Months under another version count
 * for what they really bore, and a new cap never takes back what they bore.
 */
export function withinYear(
  { id }: RuleVersion,
  limits: YearLimits,
  year: readonly PastMonth[],
  computed: Cents,
): { due: Cents; steps: Step[] } {
  const otherDue = sum(year.filter((past) => past.ruleVersionId !== id).map((past) => past.due));
  const same = year.filter((past) => past.ruleVersionId === id);
  const yearSum = sum([otherDue, ...same.map((past) => past.computed), computed]);
  const floor = sum([...year.map((past) => past.yearlyFloor), limits.floor ?? toCents(0)]);
  const cap = limits.cap === null ? null : maximum(limits.cap, otherDue);
  // No floor at all is not a floor of zero: a negative month gives back.
  let bounded = floor > 0n ? maximum(yearSum, floor) : yearSum;
  if (cap !== null) bounded = minimum(bounded, cap);
  const due = subtract(bounded, sum(year.map((past) => past.due)));
  const amount = subtract(due, computed);
  if (amount === 0n) return { due, steps: [] };
  if (cap !== null && bounded === cap) return { due, steps: [{ key: "cap.year", role: "due", amount, bound: cap }] };
  if (bounded === floor) return { due, steps: [{ key: "floor.year", role: "due", amount, bound: floor }] };
  return { due, steps: [{ key: "year.settlement", role: "due", amount }] };
}

/** Gives a negative month back, or carries it over by the rule's setting. `last`: no month follows, so it is given back. */
export function carry(
  rule: ContributionRule,
  before: Cents,
  due: Cents,
  last: boolean,
): { carried: Cents; steps: Step[] } {
  const steps: Step[] = before === 0n ? [] : [{ key: "carry.in", role: "due", amount: before }];
  const balance = add(before, due);
  if (balance >= 0n || rule.negativeMonth === "giveBack" || last) return { carried: toCents(0), steps };
  steps.push({ key: "carry.out", role: "due", amount: negate(balance) });
  return { carried: balance, steps };
}
