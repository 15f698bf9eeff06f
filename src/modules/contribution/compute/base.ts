/** The base of a month: which of the activity's figures a rule counts. Read from the ledger, per activity and month. */
import type { Month } from "#kernel/day.ts";
import { type Cents, negate, sum, toCents } from "#kernel/money.ts";
import type { ContributionRule } from "../rule/rule.ts";
import type { Step } from "./trace.ts";

/** Sales of a month by what they are, HT in cents; a credit note counts negative in the month it is issued. */
export type SalesFigures = {
  /** Account 70 (or its collected share): sales without any of the following. */
  readonly sales: Cents;
  /** Movement of the deposits account in the month: negative when a final invoice takes deposits back. */
  readonly deposits: Cents;
  readonly disbursements: Cents;
  readonly subsidies: Cents;
  readonly internalSales: Cents;
};

/** What a month of an activity brought, for any rule. */
export type MonthFigures = {
  readonly month: Month;
  readonly invoiced: SalesFigures;
  readonly collected: SalesFigures;
  /** Materials, goods, subcontracting, mission costs: positive amounts. */
  readonly productionCosts: Cents;
};

const COUNTED = ["deposits", "disbursements", "subsidies", "internalSales"] as const;

/** The base of the month in cents (negative in a month of credit notes) and the steps that make it. */
export function baseOf(rule: ContributionRule, figures: MonthFigures): { base: Cents; steps: Step[] } {
  const source = rule.base === "collected" ? figures.collected : figures.invoiced;
  const steps: Step[] = [
    { key: rule.base === "collected" ? "base.collected" : "base.invoiced", role: "base", amount: source.sales },
  ];
  for (const kind of COUNTED) {
    if (source[kind] === 0n) continue;
    if (rule.counts[kind]) steps.push({ key: `base.${kind}`, role: "base", amount: source[kind] });
    else steps.push({ key: `excluded.${kind}`, role: "note", amount: source[kind] });
  }
  if (rule.base === "grossMargin" && figures.productionCosts !== 0n) {
    steps.push({ key: "base.productionCosts", role: "base", amount: negate(figures.productionCosts) });
  }
  const base = sum(steps.filter((step) => step.role === "base").map((step) => step.amount));
  steps.push({ key: "base.total", role: "note", amount: base });
  return { base, steps };
}

/** Figures of a month without anything: the start of a sum, and of examples. */
export function emptyFigures(month: Month): MonthFigures {
  const none: SalesFigures = {
    sales: toCents(0),
    deposits: toCents(0),
    disbursements: toCents(0),
    subsidies: toCents(0),
    internalSales: toCents(0),
  };
  return { month, invoiced: none, collected: none, productionCosts: toCents(0) };
}
