/** A computed month as its row keeps it: amounts in cents as text. */
import type { Month } from "#kernel/day.ts";
import { type Cents, toCents } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";
import type { ComputedMonth } from "../compute/compute-contribution.ts";
import type { PastMonth } from "../compute/past-month.ts";
import type { Step, StepKey } from "../compute/trace.ts";
import type { RuleVersionId } from "../tables.ts";

/** What the row's `computed` holds. */
export function pastMonthOf(computed: ComputedMonth): PastMonth {
  const { month, ruleVersionId, base, fixed, floor, cap, yearlyFloor, due, carried } = computed;
  return { month, ruleVersionId, base, fixed, floor, cap, yearlyFloor, computed: computed.computed, due, carried };
}

type Text = Readonly<Record<string, string | number | null | undefined>>;
const cents = (value: unknown): Cents => toCents(BigInt(String(value)));

/** Reads a row's `computed`. Throws when it is not one (a defect: the row is written once, by this module). */
export function readPastMonth(stored: object): PastMonth {
  const text = stored as Text;
  return {
    month: text.month as Month,
    ruleVersionId: text.ruleVersionId as RuleVersionId,
    base: cents(text.base),
    fixed: cents(text.fixed),
    floor: cents(text.floor),
    cap: text.cap === null ? null : cents(text.cap),
    yearlyFloor: cents(text.yearlyFloor),
    computed: cents(text.computed),
    due: cents(text.due),
    carried: cents(text.carried),
  };
}

/** Reads a row's `trace`. */
export function readTrace(stored: object): Step[] {
  return (stored as Text[]).map((step) => {
    const optional = {
      ...(step.base == null ? {} : { base: cents(step.base) }),
      ...(step.bound == null ? {} : { bound: cents(step.bound) }),
      ...(step.rate == null ? {} : { rate: step.rate as Rate }),
      ...(step.label == null ? {} : { label: String(step.label) }),
      ...(step.reason == null ? {} : { reason: String(step.reason) }),
      ...(step.decidedBy == null ? {} : { decidedBy: String(step.decidedBy) }),
    };
    return { key: step.key as StepKey, role: step.role as Step["role"], amount: cents(step.amount), ...optional };
  });
}
