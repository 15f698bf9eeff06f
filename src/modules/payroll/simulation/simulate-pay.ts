/** "Combien puis-je me payer ?", both ways. A simulation from exact runs of the social model, never the payslip. */
import { inMoney } from "#kernel/fact.ts";
import { type Cents, negate, subtract, toCents } from "#kernel/money.ts";
import { isRefusal, refuse } from "#kernel/refusal.ts";
import type { fr } from "../payroll.fr.ts";
import { costOf, type PayCost } from "./pay-cost.ts";
import { type PayParameters, type PayPerson, type PayRefusal, payProblem } from "./pay-parameters.ts";
import type { PayRun } from "./pay-run.ts";
import { HIGHEST_GROSS, type PayModel, searchGross } from "./search-gross.ts";
import { type ContributionOn, turnoverFor } from "./turnover.ts";

export type StepKey = keyof typeof fr.steps;
export type AlertKey = keyof typeof fr.alerts;

/** A step shown: a total, or what is added to or taken from the total before it (signed). */
export type PayStep = { readonly key: StepKey; readonly kind: "total" | "change"; readonly amount: Cents };

export type PaySimulation = PayCost & {
  readonly run: PayRun;
  /**
   * Budget given − budget taken: some cents; up to some 120 € where the general reduction ends (at three minimum wages
   * a cent more of gross costs that much); negative when the fixed part takes more than there is.
   */
  readonly remainder: Cents;
  readonly turnover: Cents | null;
  readonly contribution: Cents | null;
  /** Each total is the one before it plus the changes between them. Changes at zero are left out. */
  readonly steps: readonly PayStep[];
  readonly alerts: readonly { readonly key: AlertKey; readonly amount: Cents }[];
};

/** What a budget may miss by: the employer's cost climbs by steps of some cents, so an exact budget may not exist. */
const BUDGET_TOLERANCE = toCents(50);

/**
 * From what is available to what is paid. The fixed part is due even when the budget is lower: an alert, never a
 * block (R7331-11). Refuses a CAPE, no contract, a budget too low for any pay.
 */
export function payFromBudget(
  model: PayModel,
  parameters: PayParameters,
  person: PayPerson,
  budget: Cents,
): PaySimulation | PayRefusal {
  const problem = payProblem(person);
  if (problem !== null) return problem;
  const measure = (run: PayRun) => costOf(run, parameters, person.taxRate).budget;
  const found = searchGross(model, { measure, target: budget, side: "atMost", tolerance: BUDGET_TOLERANCE });
  const payable = typeof found === "string" || found.netBeforeTax <= 0n ? null : found;
  const fixed = person.fixedPart > 0n ? model.run(person.fixedPart) : null;
  if (fixed !== null && (payable === null || payable.gross < fixed.gross)) {
    return simulation(model, parameters, person, fixed, budget);
  }
  return payable === null ? tooLow(model, measure, budget) : simulation(model, parameters, person, payable, budget);
}

/** A wish: the amount before tax, or the transfer received. */
export type Wish = { readonly kind: "netBeforeTax" | "netPaid"; readonly amount: Cents };

/** From a wished net to the budget and to the turnover to invoice. Refuses a CAPE, no contract, an amount out of reach. */
export function payFromNet(
  model: PayModel,
  parameters: PayParameters,
  person: PayPerson,
  wish: Wish,
  turnover: { readonly directCosts: Cents; readonly contributionOn: ContributionOn },
): PaySimulation | PayRefusal {
  const problem = payProblem(person);
  if (problem !== null) return problem;
  if (wish.amount <= 0n) return refuse("invalid", "pay.amount", {}, "amount");
  const measure = (run: PayRun) =>
    wish.kind === "netBeforeTax" ? run.netBeforeTax : costOf(run, parameters, person.taxRate).netPaid;
  const found = searchGross(model, { measure, target: wish.amount, side: "atLeast", tolerance: toCents(0) });
  if (found === "low" || found === "high") {
    return refuse("invalid", "pay.amountTooHigh", { maximum: inMoney(HIGHEST_GROSS) }, "amount");
  }
  const { budget } = costOf(found, parameters, person.taxRate);
  const invoiced = turnoverFor(budget, turnover.directCosts, turnover.contributionOn);
  if (isRefusal(invoiced)) return invoiced;
  return simulation(model, parameters, person, found, budget, { ...invoiced, directCosts: turnover.directCosts });
}

/** The least budget that pays something: under it, the health insurance alone takes the whole pay. */
function tooLow(model: PayModel, measure: (run: PayRun) => Cents, budget: Cents): PayRefusal {
  const net = (run: PayRun) => run.netBeforeTax;
  const least = searchGross(model, { measure: net, target: toCents(1), side: "atLeast", tolerance: toCents(0) });
  const minimum = typeof least === "string" ? toCents(0) : measure(least);
  return refuse("conflict", "pay.budgetTooLow", { minimum: inMoney(minimum), budget: inMoney(budget) });
}

type Invoiced = { readonly turnover: Cents; readonly contribution: Cents; readonly directCosts: Cents };

function simulation(
  model: PayModel,
  parameters: PayParameters,
  person: PayPerson,
  run: PayRun,
  budget: Cents,
  invoiced: Invoiced | null = null,
): PaySimulation {
  const cost = costOf(run, parameters, person.taxRate);
  const remainder = subtract(budget, cost.budget);
  const alerts: PaySimulation["alerts"][number][] = [];
  if (run.gross < model.minimumWage) alerts.push({ key: "belowMinimumWage", amount: model.minimumWage });
  if (remainder < 0n) alerts.push({ key: "fixedPartAboveBudget", amount: negate(remainder) });
  return {
    ...cost,
    run,
    remainder,
    turnover: invoiced?.turnover ?? null,
    contribution: invoiced?.contribution ?? null,
    steps: stepsOf(run, cost, budget, remainder, invoiced),
    alerts,
  };
}

/** From the largest amount down to the transfer. */
function stepsOf(run: PayRun, cost: PayCost, budget: Cents, remainder: Cents, invoiced: Invoiced | null): PayStep[] {
  const total = (key: StepKey, amount: Cents): PayStep => ({ key, kind: "total", amount });
  const less = (key: StepKey, amount: Cents): PayStep => ({ key, kind: "change", amount: negate(amount) });
  const surplus = invoiced === null ? toCents(0) : invoiced.turnover - invoiced.contribution - invoiced.directCosts;
  const steps = [
    ...(invoiced === null
      ? []
      : [
          total("turnover", invoiced.turnover),
          less("contribution", invoiced.contribution),
          less("directCosts", invoiced.directCosts),
          less("remainder", subtract(toCents(surplus), budget)),
        ]),
    total("budget", budget),
    less("remainder", remainder),
    less("holidayProvision", cost.holidayProvision),
    less("holidayContributions", cost.holidayContributions),
    less("otherCost", cost.otherCost),
    less("payrollTax", cost.payrollTax),
    total("cost", cost.cost),
    less("employerContributions", run.employerContributions),
    total("gross", run.gross),
    less("employeeContributions", run.employeeContributions),
    total("netBeforeTax", run.netBeforeTax),
    less("tax", cost.tax),
    total("netPaid", cost.netPaid),
  ];
  return steps.filter((step) => step.kind === "total" || step.amount !== 0n);
}
