/** Months to compute in tests and examples: amounts as text, a person present all along. */
import { addToMonth, type Month, toDay } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import { type Cents, parseDecimal } from "#kernel/money.ts";
import type { MemberMonth } from "../rule/limit.ts";
import type { ContributionRule, RuleVersion, Waiver } from "../rule/rule.ts";
import { emptyFigures, type MonthFigures } from "./base.ts";
import type { MonthInput } from "./month-input.ts";

export function euros(text: string): Cents {
  const amount = parseDecimal(text);
  if (amount === null) throw new RangeError(`not an amount: ${text}`);
  return amount;
}

export function versionOf(
  rule: ContributionRule,
  effectiveFrom = "2020-01",
  id = "0197b1de-0000-7000-8000-000000000001",
): RuleVersion {
  return {
    id: id as Id<"contributionRule">,
    effectiveFrom: effectiveFrom as Month,
    resolution: { reference: "AG 2019-12-12, résolution 4", decidedOn: toDay("2019-12-12") },
    activityId: null,
    rule,
  };
}

export const MEMBER: MemberMonth = {
  status: "cesa",
  seniorityMonth: 24,
  salaryPaid: true,
  underQualiopi: false,
  present: { from: toDay("2020-01-01"), until: null },
};

/** A month whose sales, invoiced and collected alike, are the amount given. */
export function monthWith(
  sales: string | Cents,
  options: {
    month?: string;
    member?: Partial<MemberMonth>;
    waivers?: readonly Waiver[];
    last?: boolean;
    figures?: Partial<MonthFigures>;
  } = {},
): MonthInput {
  const month = (options.month ?? "2026-01") as Month;
  const amount = typeof sales === "string" ? euros(sales) : sales;
  const empty = emptyFigures(month);
  return {
    figures: {
      ...empty,
      invoiced: { ...empty.invoiced, sales: amount },
      collected: { ...empty.collected, sales: amount },
      ...options.figures,
    },
    member: { ...MEMBER, ...options.member },
    waivers: options.waivers ?? [],
    last: options.last ?? false,
  };
}

/** The months of a year from January, one for each amount. */
export function yearWith(amounts: readonly (string | Cents)[], start = "2026-01"): MonthInput[] {
  return amounts.map((amount, index) => monthWith(amount, { month: addToMonth(start as Month, index) }));
}
