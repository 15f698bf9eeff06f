/** What a run of the social model means for the cooperative and the person: the budget it takes, the money paid. */
import { applyRate, type Cents, subtract, sum } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";
import type { PayParameters } from "./pay-parameters.ts";
import type { PayRun } from "./pay-run.ts";

export type PayCost = {
  readonly tax: Cents;
  /** netBeforeTax − tax: the transfer. */
  readonly netPaid: Cents;
  /** gross + employer contributions, as the model's total cost without payroll tax. */
  readonly cost: Cents;
  readonly payrollTax: Cents;
  readonly otherCost: Cents;
  /** Holiday pay set aside (4282), and its contributions (4382). */
  readonly holidayProvision: Cents;
  readonly holidayContributions: Cents;
  /** What the activity must hold: cost + payroll tax + other cost + holiday provision and its contributions. */
  readonly budget: Cents;
};

/**
 * The costs of a run. The contributions on the holiday provision follow the month's own proportion (health insurance
 * apart, which does not depend on gross): reduction and payroll tax included.
 */
export function costOf(run: PayRun, parameters: PayParameters, taxRate: Rate): PayCost {
  const tax = run.taxableNet > 0n ? applyRate(run.taxableNet, taxRate) : sum([]);
  const payrollTax = applyRate(run.payrollTax, parameters.payrollTaxRatio);
  const proportional = sum([run.employerContributions, payrollTax]);
  const cost = sum([run.gross, run.employerContributions]);
  const holidayProvision = applyRate(run.gross, parameters.holidayRate);
  const holidayContributions = applyRate(subtract(proportional, run.fixedEmployer), parameters.holidayRate);
  return {
    tax,
    netPaid: subtract(run.netBeforeTax, tax),
    cost,
    payrollTax,
    otherCost: parameters.otherCost,
    holidayProvision,
    holidayContributions,
    budget: sum([cost, payrollTax, parameters.otherCost, holidayProvision, holidayContributions]),
  };
}
