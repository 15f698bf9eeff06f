/** The figures of a month of an activity from the movements of its accounts. Pure: which account counts as what. */
import type { Month } from "#kernel/day.ts";
import { add, type Cents, subtract, ZERO } from "#kernel/money.ts";
import type { ActivityMovement } from "#modules/ledger/index.server.ts";
import { emptyFigures, type MonthFigures } from "../compute/base.ts";
import type { ContributionSettings } from "../settings.ts";
import type { Collected } from "./collected.ts";

/** What the books say of a month of an activity, for any rule. */
export type ActivityMonth = {
  readonly figures: MonthFigures;
  /** A salary is paid for this month. */
  readonly salaryPaid: boolean;
  /** Training was sold this month. */
  readonly trained: boolean;
};

/** The beginnings of every account that a rule may ask about. */
export function prefixesOf(settings: ContributionSettings): string[] {
  const { sales, deposits, disbursements, subsidies, internalSales, productionCosts, wages, training } = settings;
  return [
    ...sales,
    ...deposits,
    ...disbursements,
    ...subsidies,
    ...internalSales,
    ...productionCosts,
    ...wages,
    ...training,
  ];
}

/** One month of one activity. Subsidies, disbursements and internal sales count when they are posted, collected or not. */
export function activityMonth(
  month: Month,
  movements: readonly ActivityMovement[],
  collected: Collected,
  settings: ContributionSettings,
): ActivityMonth {
  const of = (prefixes: readonly string[], value: (movement: ActivityMovement) => Cents) =>
    movements
      .filter(({ account }) => prefixes.some((prefix) => account.startsWith(prefix)))
      .map(value)
      .reduce(add, ZERO);
  const income = ({ debit, credit }: ActivityMovement) => subtract(credit, debit);
  const cost = ({ debit, credit }: ActivityMovement) => subtract(debit, credit);
  const beside = {
    disbursements: of(settings.disbursements, ({ credit }) => credit),
    subsidies: of(settings.subsidies, income),
    internalSales: of(settings.internalSales, income),
  };
  return {
    figures: {
      month,
      invoiced: { ...beside, sales: of(settings.sales, income), deposits: of(settings.deposits, income) },
      collected: { ...beside, ...collected },
      productionCosts: of(settings.productionCosts, cost),
    },
    salaryPaid: of(settings.wages, ({ debit }) => debit) > 0n,
    trained: of(settings.training, ({ credit }) => credit) > 0n,
  };
}

/** A month in which the books say nothing. */
export function quietMonth(month: Month): ActivityMonth {
  return { figures: emptyFigures(month), salaryPaid: false, trained: false };
}
