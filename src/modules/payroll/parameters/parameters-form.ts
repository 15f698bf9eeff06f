/** The pay parameters as a person types them, and back. */
import type { Language } from "#kernel/language.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import { parsePercent, type Rate, toRate } from "#kernel/rate.ts";
import { amountText, percent } from "#ui/format.ts";
import { parseAmount } from "#ui/parse.ts";
import { checkPayParameters, type PayParameters, type PayRefusal } from "../simulation/pay-parameters.ts";

export const PARAMETER_FIELDS = [
  "headcount",
  "accidentRate",
  "healthInsurance",
  "healthInsuranceEmployerShare",
  "mobilityRate",
  "payrollTaxRatio",
  "alsaceMoselle",
  "otherCost",
  "holidayRate",
] as const satisfies readonly (keyof PayParameters)[];

export type ParameterField = (typeof PARAMETER_FIELDS)[number];
/** What stands in each field; the box is "oui" when ticked, "" otherwise. */
export type ParameterTexts = Readonly<Record<ParameterField, string>>;

/** Above it a headcount is a slip of the hand. */
const MOST_HEADCOUNT = 100_000;
/** 9,999,999.99 €: the most that the stored form holds. */
const MOST_AMOUNT = 999_999_999n;

export function parameterTexts(parameters: PayParameters, language: Language): ParameterTexts {
  const rate = (value: Rate) => percent(value, language).replace(/\s?%$/, "");
  return {
    headcount: String(parameters.headcount),
    accidentRate: rate(parameters.accidentRate),
    healthInsurance: amountText(parameters.healthInsurance, language),
    healthInsuranceEmployerShare: rate(parameters.healthInsuranceEmployerShare),
    mobilityRate: rate(parameters.mobilityRate),
    payrollTaxRatio: rate(parameters.payrollTaxRatio),
    alsaceMoselle: parameters.alsaceMoselle ? "oui" : "",
    otherCost: amountText(parameters.otherCost, language),
    holidayRate: rate(parameters.holidayRate),
  };
}

type Reading = { readonly parameters: PayParameters } | { readonly errors: Record<string, string> };

/** The parameters that the texts say, or the code of what is wrong with each field. */
export function readParameters(texts: ParameterTexts, language: Language): Reading {
  const errors: Record<string, string> = {};
  const wrong = (field: ParameterField, code: PayRefusal["code"]) => {
    errors[field] = code;
  };
  const rate = (field: ParameterField, code: PayRefusal["code"] = "pay.rate"): Rate => {
    const value = parsePercent(texts[field].replace(/\s/g, ""));
    if (value === null) wrong(field, code);
    return value ?? toRate(0);
  };
  const amount = (field: ParameterField): Cents => {
    const value = parseAmount(texts[field], language);
    if (value === null || value > MOST_AMOUNT) wrong(field, "pay.amount");
    return value ?? ZERO;
  };
  const digits = texts.headcount.replace(/\s/g, "");
  const headcount = /^\d{1,7}$/.test(digits) ? Number(digits) : 0;
  const parameters: PayParameters = {
    headcount: headcount > MOST_HEADCOUNT ? 0 : headcount,
    accidentRate: rate("accidentRate", "pay.accidentRate"),
    healthInsurance: amount("healthInsurance"),
    healthInsuranceEmployerShare: rate("healthInsuranceEmployerShare", "pay.employerShare"),
    mobilityRate: rate("mobilityRate"),
    payrollTaxRatio: rate("payrollTaxRatio"),
    alsaceMoselle: texts.alsaceMoselle !== "",
    otherCost: amount("otherCost"),
    holidayRate: rate("holidayRate"),
  };
  for (const { code, field = "" } of checkPayParameters(parameters)) errors[field] ??= code;
  return Object.keys(errors).length === 0 ? { parameters } : { errors };
}
