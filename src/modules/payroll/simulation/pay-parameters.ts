/** What a pay depends on beside its amount: the cooperative's parameters, and the person's contract. */
import * as z from "zod/mini";
import type { Month } from "#kernel/day.ts";
import { type Cents, parseDecimal, toCents, toDecimalString } from "#kernel/money.ts";
import { type Rate, toRate } from "#kernel/rate.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { fr } from "../payroll.fr.ts";

export type PayRefusal = Refusal<keyof typeof fr.refusals>;

const amount = z.codec(z.string().check(z.regex(/^\d{1,9}\.\d{2}$/)), z.custom<Cents>(isAmount), {
  decode: (text) => parseDecimal(text) ?? toCents(0),
  encode: (value) => toDecimalString(value),
});
const rate = z.codec(z.int().check(z.gte(0), z.lte(10_000)), z.custom<Rate>(Number.isInteger), {
  decode: (value) => toRate(value),
  encode: (value) => value,
});

function isAmount(value: unknown): boolean {
  return typeof value === "bigint" && value >= 0n;
}

/** The cooperative's parameters, as stored JSON. Thresholds of headcount are those of the whole cooperative. */
export const payParametersSchema = z.strictObject({
  headcount: z.int().check(z.gte(1), z.lte(100_000)),
  /** Accidents at work and occupational diseases (AT/MP), of the establishment. */
  accidentRate: rate,
  /** Complementary health insurance a month, employer's and employee's parts together. */
  healthInsurance: amount,
  /** Employer's part of it: at least half (CSS L911-7). */
  healthInsuranceEmployerShare: rate,
  /** Versement mobilité of the town; the model applies it from 11 employees. */
  mobilityRate: rate,
  /** Share of the payroll tax due (CGI 231): 0 when 90 % of last year's turnover bore VAT, else 100 % − VAT share. */
  payrollTaxRatio: rate,
  /** Local health scheme of Alsace-Moselle. */
  alsaceMoselle: z.boolean(),
  /** Fixed costs of a pay a month: occupational health and the like. */
  otherCost: amount,
  /** Holiday provision on gross pay, 10 % by default; 0 when it is not set aside. */
  holidayRate: rate,
});
export type PayParameters = z.output<typeof payParametersSchema>;

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
