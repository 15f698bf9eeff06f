/** Where the money of a simulation goes, in a few parts that add up to the whole. */
import { type Cents, sum } from "#kernel/money.ts";
import type { fr } from "./pay-screen.fr.ts";
import type { PaySimulation } from "./simulate-pay.ts";

export type SharePart = { readonly key: keyof typeof fr.parts; readonly amount: Cents };

/**
 * The parts of the budget, or of the turnover when one was asked. Parts at zero are left out; what is missing from the
 * budget (fixed part above it) is no part.
 */
export function sharesOf(simulation: PaySimulation): readonly SharePart[] {
  const { run, steps } = simulation;
  const step = (key: string) => sum(steps.filter((item) => item.key === key).map((item) => item.amount));
  const social = sum([run.employeeContributions, run.employerContributions]);
  const parts: SharePart[] = [
    { key: "paid", amount: simulation.netPaid },
    { key: "tax", amount: simulation.tax },
    { key: "contributions", amount: social },
    { key: "holidays", amount: sum([simulation.holidayProvision, simulation.holidayContributions]) },
    { key: "cooperative", amount: simulation.contribution ?? sum([]) },
    { key: "other", amount: sum([simulation.otherCost, simulation.payrollTax, -step("directCosts") as Cents]) },
    { key: "left", amount: -step("remainder") as Cents },
  ];
  return parts.filter((part) => part.amount > 0n);
}

/** The widths of the parts in thousandths of the whole, which add up to 1,000; none for an empty whole. */
export function widthsOf(parts: readonly SharePart[]): readonly number[] {
  const whole = sum(parts.map((part) => part.amount));
  if (whole <= 0n) return parts.map(() => 0);
  let before = 0n;
  return parts.map(({ amount }) => {
    const from = (before * 1000n) / whole;
    before += amount;
    return Number((before * 1000n) / whole - from);
  });
}
