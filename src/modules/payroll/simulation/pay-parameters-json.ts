/** The stored form of the cooperative's pay parameters. Apart from their use: a browser needs no schema. */
import * as z from "zod/mini";
import { type Cents, parseDecimal, toCents, toDecimalString } from "#kernel/money.ts";
import { type Rate, toRate } from "#kernel/rate.ts";

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
