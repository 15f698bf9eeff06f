/** A rule by the month, and a rule by the year caught up each month: what the month bears before yearly limits. */
import type { Month } from "#kernel/day.ts";
import { type Cents, negate, subtract, sum, toCents } from "#kernel/money.ts";
import { type ContributionRule, elapsedMonths, type RuleVersion } from "../rule/rule.ts";
import { type Scaled, scaleOn } from "../rule/scale.ts";
import type { PastMonth } from "./past-month.ts";
import { type Step, totalDue } from "./trace.ts";

/** The month being computed, its limits already chosen for the person (null: none, or waived). */
export type Here = {
  readonly version: RuleVersion;
  readonly month: Month;
  readonly base: Cents;
  readonly fixedSteps: readonly Step[];
  readonly floor: Cents | null;
  readonly cap: Cents | null;
};

/** A rule by the month: the scale on this month's base alone, then this month's floor and cap. */
export function bornByMonth({ version, base, fixedSteps, floor, cap }: Here): Step[] {
  const steps = [...scaleSteps(version.rule, scaleOn(version.rule.scale, toCents(0), base)), ...fixedSteps];
  const subtotal = totalDue(steps);
  if (floor !== null && subtotal < floor) {
    // Credit notes are given back whole: a floor would keep a part of what the cancelled sale had borne.
    if (base < 0n) steps.push({ key: "floor.negative", role: "note", amount: toCents(0), bound: floor });
    else steps.push({ key: "floor.month", role: "due", amount: subtract(floor, subtotal), bound: floor });
  }
  if (cap !== null && subtotal > cap) {
    steps.push({ key: "cap.month", role: "due", amount: subtract(cap, subtotal), bound: cap });
  }
  return steps;
}

/**
 * A rule by the year: the scale on the base since the year began, less what its months already bore. When the version
 * took effect within the year, the months before it stay as they were: their base has only filled the bands.
 */
export function bornByYear(here: Here, year: readonly PastMonth[]): Step[] {
  const { rule, id } = here.version;
  const same = year.filter((past) => past.ruleVersionId === id);
  const before = sum(year.filter((past) => past.ruleVersionId !== id).map((past) => past.base));
  const base = sum([...same.map((past) => past.base), here.base]);
  const elapsed = rule.thresholds === "elapsed" ? elapsedMonths(rule, here.month) : 12;
  const steps: Step[] = [{ key: "year.base", role: "note", amount: base, base }];
  steps.push(...scaleSteps(rule, scaleOn(rule.scale, before, base, elapsed)), ...here.fixedSteps);
  const fixedBefore = sum(same.map((past) => past.fixed));
  if (fixedBefore !== 0n) steps.push({ key: "year.fixedBefore", role: "due", amount: fixedBefore });
  const subtotal = totalDue(steps);
  const floor = sum([...same.map((past) => past.floor), here.floor ?? toCents(0)]);
  if (floor > 0n && subtotal < floor) {
    steps.push({ key: "floor.elapsed", role: "due", amount: subtract(floor, subtotal), bound: floor });
  }
  if (here.cap !== null) {
    const cap = sum([...same.map((past) => past.cap ?? toCents(0)), here.cap]);
    if (subtotal > cap) steps.push({ key: "cap.elapsed", role: "due", amount: subtract(cap, subtotal), bound: cap });
  }
  const computedBefore = sum(same.map((past) => past.computed));
  if (computedBefore !== 0n) steps.push({ key: "year.computedBefore", role: "due", amount: negate(computedBefore) });
  return steps;
}

const SCALE_KEYS = { flat: "scale.flat", wholeBands: "scale.wholeBand", marginalBands: "scale.marginalBand" } as const;

function scaleSteps(rule: ContributionRule, scaled: Scaled): Step[] {
  const key = SCALE_KEYS[rule.scale.mode];
  const steps: Step[] = scaled.slices.map((slice) => ({ key, role: "due", ...slice }));
  if (scaled.threshold !== null) steps.push({ key: "notice.threshold", role: "note", ...scaled.threshold });
  return steps;
}
