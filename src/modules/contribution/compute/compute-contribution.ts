/**
 * The contribution of one activity for one month, with its trace. Past months are facts given in `history`:
 * nothing here can change them; what the year implies falls on the month computed.
 */
import type { Month } from "#kernel/day.ts";
import { type Cents, negate, toCents } from "#kernel/money.ts";
import { limitAmount, monthOfYearlyFloor } from "../rule/limit.ts";
import { type ContributionRule, type RuleVersion, type Waiver, waiverOf, yearStartOf } from "../rule/rule.ts";
import { baseOf } from "./base.ts";
import { extrasOf } from "./extras.ts";
import type { MonthInput } from "./month-input.ts";
import type { PastMonth } from "./past-month.ts";
import { bornByMonth, bornByYear, type Here } from "./period.ts";
import { type Step, totalDue } from "./trace.ts";
import { carry, withinYear, type YearLimits } from "./year-limits.ts";

export type ComputedMonth = PastMonth & {
  readonly extras: Cents;
  /** due + credit carried in − credit carried out + extras: the amount to post. */
  readonly total: Cents;
  readonly trace: readonly Step[];
};

/** Computes a month under a version of the rule. `history`: the months before it, in order, from the year before on. */
export function computeMonth(version: RuleVersion, input: MonthInput, history: readonly PastMonth[]): ComputedMonth {
  const { rule } = version;
  const { month } = input.figures;
  const past = history.filter((item) => item.month < month);
  const year = past.filter((item) => item.month >= yearStartOf(rule, month));

  const counted = countedBase(rule, input);
  const { here, limits, notes } = setting(version, input, counted.base);
  const born = rule.period === "month" ? bornByMonth(here) : bornByYear(here, year);
  const computed = totalDue(born);
  const bounded = withinYear(version, limits, year, computed);
  const credit = carry(rule, past.at(-1)?.carried ?? toCents(0), bounded.due, input.last);
  const extras = extrasOf(rule, input, counted.base);

  const trace = [...counted.steps, ...notes, ...born, ...bounded.steps, ...credit.steps, ...extras];
  const total = totalDue(trace);
  return {
    month,
    ruleVersionId: version.id,
    base: counted.base,
    fixed: totalDue(here.fixedSteps),
    floor: here.floor ?? toCents(0),
    cap: here.cap,
    yearlyFloor: limits.floor ?? toCents(0),
    computed,
    due: bounded.due,
    carried: credit.carried,
    extras: totalDue(extras),
    total,
    trace: [...trace, { key: "total", role: "note", amount: total }],
  };
}

/** Computes months in order under one version, each with the ones before it as its history. */
export function computeMonths(version: RuleVersion, months: readonly MonthInput[]): ComputedMonth[] {
  const computed: ComputedMonth[] = [];
  for (const input of months) computed.push(computeMonth(version, input, computed));
  return computed;
}

/** The base of the month; zero, with the decision, when everything is waived. */
function countedBase(rule: ContributionRule, { figures, waivers }: MonthInput): { base: Cents; steps: Step[] } {
  const { base, steps } = baseOf(rule, figures);
  const everything = waiverOf(waivers, "everything", figures.month);
  if (everything === null) return { base, steps };
  const { reason, decidedBy } = everything;
  const waived: Step[] = [
    ...steps.map((step): Step => ({ ...step, role: "note" })),
    { key: "waiver.everything", role: "note", amount: base, reason, decidedBy },
  ];
  return { base: toCents(0), steps: waived };
}

/** Everything the rule asks of the month beside its base: fixed parts, floors and caps, waivers applied. */
function setting(
  version: RuleVersion,
  input: MonthInput,
  base: Cents,
): { here: Here; limits: YearLimits; notes: Step[] } {
  const { rule } = version;
  const { member, waivers } = input;
  const { month } = input.figures;
  const waiver = waiverOf(waivers, "floor", month);
  const floor = waiver === null ? rule.floor : null;
  const { cap } = rule;
  const notes: Step[] = [];
  if (waiver !== null && waiver.target === "floor" && rule.floor !== null) {
    const { reason, decidedBy } = waiver;
    notes.push({ key: "waiver.floor", role: "note", amount: toCents(0), reason, decidedBy });
  }
  return {
    here: {
      version,
      month,
      base,
      fixedSteps: fixedSteps(rule, waivers, month),
      floor: floor?.per === "month" ? limitAmount(floor, rule, member, month) : null,
      cap: cap?.per === "month" ? limitAmount(cap, rule, member, month) : null,
    },
    limits: {
      floor: floor?.per === "year" ? monthOfYearlyFloor(floor, rule, member, month) : null,
      cap: cap?.per === "year" ? limitAmount(cap, rule, member, month) : null,
    },
    notes,
  };
}

function fixedSteps(rule: ContributionRule, waivers: readonly Waiver[], month: Month): Step[] {
  return rule.fixedParts.flatMap(({ key, label, amount }): Step[] => {
    const due: Step = { key: "fixed", role: "due", amount, label };
    const waiver = waiverOf(waivers, key, month);
    if (waiver === null) return [due];
    const { reason, decidedBy } = waiver;
    return [due, { key: "waiver.part", role: "due", amount: negate(amount), label, reason, decidedBy }];
  });
}
