/** One exact run of the social model: what a gross pay gives and costs, in cents that add up. */
import { allocate } from "#kernel/allocation.ts";
import { type Cents, negate, roundDivide, subtract, sum, toCents } from "#kernel/money.ts";
import type { fr } from "../payroll.fr.ts";

export type ContributionFamily = keyof typeof fr.families;

/** A family of contributions on the payslip's model (arrêté of 25 February 2016). */
export type ContributionLine = {
  readonly family: ContributionFamily;
  readonly employee: Cents;
  /** Negative for the reductions. */
  readonly employer: Cents;
};

export type PayRun = {
  readonly gross: Cents;
  readonly netBeforeTax: Cents;
  /** Base of the tax at source. */
  readonly taxableNet: Cents;
  /** gross − netBeforeTax; the lines' employee parts add up to it. */
  readonly employeeContributions: Cents;
  /** After reductions; the lines' employer parts add up to it. */
  readonly employerContributions: Cents;
  /** The part of the employer's contributions that does not depend on gross: health insurance and its forfait social. */
  readonly fixedEmployer: Cents;
  /** Whole payroll tax of the month, before the cooperative's ratio. */
  readonly payrollTax: Cents;
  readonly lines: readonly ContributionLine[];
};

/** The figures of the model: euros a month as it gives them (floats, rounded here and nowhere else). */
export type ModelFigures = {
  readonly gross: Cents;
  readonly netBeforeTax: number;
  readonly taxableNet: number;
  /** gross + employer contributions after reductions + payroll tax. */
  readonly cost: number;
  readonly payrollTax: number;
  readonly reliefEmployer: number;
  readonly fixedEmployer: number;
  /** Parts before reductions, by family. */
  readonly employee: Readonly<Partial<Record<ContributionFamily, number>>>;
  readonly employer: Readonly<Partial<Record<ContributionFamily, number>>>;
};

const SCALE = 6;

/** Euros as the model gives them (a float) → millionths, exact enough that 1561.255 is read as the decimal it shows. */
export function toMicro(euros: number): bigint {
  if (!Number.isFinite(euros)) throw new RangeError("the social model gave no figure");
  const [whole = "0", fraction = ""] = Math.abs(euros).toFixed(SCALE).split(".");
  const value = BigInt(whole + fraction);
  return euros < 0 ? -value : value;
}

function cents(euros: number): Cents {
  return toCents(roundDivide(toMicro(euros), 10n ** BigInt(SCALE - 2)));
}

/** Rounds a run to cents: totals first, then each line by largest remainder, so that what is shown adds up. */
export function roundRun(figures: ModelFigures): PayRun {
  const netBeforeTax = cents(figures.netBeforeTax);
  const payrollTax = cents(figures.payrollTax);
  const employeeContributions = subtract(figures.gross, netBeforeTax);
  const employerContributions = sum([cents(figures.cost), negate(payrollTax), negate(figures.gross)]);
  const relief = cents(figures.reliefEmployer);
  const employee = share(employeeContributions, figures.employee);
  const employer = share(toCents(employerContributions + relief), figures.employer);
  const families = new Set([...employer.keys(), ...employee.keys()]);
  const none = toCents(0);
  const lines = [...families].map(
    (family): ContributionLine => ({
      family,
      employee: employee.get(family) ?? none,
      employer: employer.get(family) ?? none,
    }),
  );
  if (relief !== 0n) lines.push({ family: "relief", employee: none, employer: negate(relief) });
  return {
    gross: figures.gross,
    netBeforeTax,
    taxableNet: cents(figures.taxableNet),
    employeeContributions,
    employerContributions,
    fixedEmployer: cents(figures.fixedEmployer),
    payrollTax,
    lines: lines.filter((line) => line.employee !== 0n || line.employer !== 0n),
  };
}

function share(total: Cents, parts: ModelFigures["employee"]): Map<ContributionFamily, Cents> {
  const entries = Object.entries(parts) as [ContributionFamily, number][];
  const amounts = allocate(
    total,
    entries.map(([, euros]) => toMicro(euros)),
  );
  return new Map(entries.map(([family], index) => [family, amounts[index] ?? toCents(0)]));
}
