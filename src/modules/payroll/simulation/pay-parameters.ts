/** What a pay depends on beside its amount: the cooperative's parameters, and the person's contract. */
import type { Month } from "#kernel/day.ts";
import { type Cents, toCents } from "#kernel/money.ts";
import { type Rate, toRate } from "#kernel/rate.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { fr } from "../payroll.fr.ts";
import type { PayParameters } from "./pay-parameters-json.ts";

/** Hundredths of an hour a week, cents a month; null where the contract's terms say nothing. */
export type ContractPay = { readonly weeklyHours: bigint | null; readonly fixedPart: Cents | null };

export type PayRefusal = Refusal<keyof typeof fr.refusals>;

export type { PayParameters };

/** Under which contract: only a CESA is employment. */
export type PayContract = "cesa" | "cape" | "none";

/** The person's side of a pay. */
export type PayPerson = {
  readonly contract: PayContract;
  /** Contract's weekly hours, in hundredths: 3500 is 35 h. They decide the minimum wage and the reductions. */
  readonly weeklyHours: number;
  /** Rate of the tax at source, as the tax office gave it. */
  readonly taxRate: Rate;
  /** Gross fixed part due every month (Labour Code R7331-11); zero when none is set. */
  readonly fixedPart: Cents;
};

/** Everything an exact run of the social model depends on, but the gross pay. */
export type PayContext = {
  readonly month: Month;
  readonly parameters: PayParameters;
  readonly weeklyHours: number;
};

/** Parameters of a cooperative that has told nothing yet: mean accident rate of the country, the usual half of 40.00. */
export const DEFAULT_PAY_PARAMETERS: PayParameters = {
  headcount: 20,
  accidentRate: toRate(208),
  healthInsurance: toCents(4000),
  healthInsuranceEmployerShare: toRate(5000),
  mobilityRate: toRate(0),
  payrollTaxRatio: toRate(0),
  alsaceMoselle: false,
  otherCost: toCents(0),
  holidayRate: toRate(1000),
};

export const FULL_TIME = 3500;

/** The faults of parameters typed by a person, each with its field. */
export function checkPayParameters(parameters: PayParameters): PayRefusal[] {
  const faults: PayRefusal[] = [];
  const { headcount, accidentRate, healthInsuranceEmployerShare: share, healthInsurance, otherCost } = parameters;
  const percent = (value: Rate) => value >= 0 && value <= 10_000;
  if (!Number.isInteger(headcount) || headcount < 1) faults.push(refuse("invalid", "pay.headcount", {}, "headcount"));
  if (!percent(accidentRate)) faults.push(refuse("invalid", "pay.accidentRate", {}, "accidentRate"));
  if (share < 5000 || share > 10_000) {
    faults.push(refuse("invalid", "pay.employerShare", {}, "healthInsuranceEmployerShare"));
  }
  for (const field of ["mobilityRate", "payrollTaxRatio", "holidayRate"] as const) {
    if (!percent(parameters[field])) faults.push(refuse("invalid", "pay.rate", {}, field));
  }
  if (healthInsurance < 0n) faults.push(refuse("invalid", "pay.amount", {}, "healthInsurance"));
  if (otherCost < 0n) faults.push(refuse("invalid", "pay.amount", {}, "otherCost"));
  return faults;
}

/** Whether a person can have a pay, and why not: a CAPE is not employment (Code de commerce L127-1 ff.). */
export function payProblem({ contract, weeklyHours, taxRate, fixedPart }: PayPerson): PayRefusal | null {
  if (contract === "cape") return refuse("conflict", "pay.capeNoSalary");
  if (contract === "none") return refuse("conflict", "pay.noContract");
  if (!Number.isInteger(weeklyHours) || weeklyHours < 100 || weeklyHours > FULL_TIME) {
    return refuse("invalid", "pay.weeklyHours", {}, "weeklyHours");
  }
  if (taxRate < 0 || taxRate > 10_000) return refuse("invalid", "pay.rate", {}, "taxRate");
  if (fixedPart < 0n) return refuse("invalid", "pay.amount", {}, "fixedPart");
  return null;
}
