/**
 * Rules really in use in cooperatives, to start from when a rule is adopted: their shapes, from their public pages.
 * Each is data; an assembly changes the figures, not the code.
 */
import { type Cents, parseDecimal } from "#kernel/money.ts";
import { type Rate, toRate } from "#kernel/rate.ts";
import type { AmountByCase, Band, ContributionRule, Extra } from "./rule.ts";

export type RuleTemplateKey =
  | "turnoverFlat"
  | "collectedBands"
  | "marginWithFixedPart"
  | "marginFloorAndCap"
  | "marginWholeBands"
  | "turnoverSmoothed";

/** The resolution of the rule that a new cooperative starts with: its assembly has not voted yet. */
export const TO_BE_VOTED = "À voter";

const always = { withoutSalary: false, underQualiopi: false, statuses: null };

function euros(text: string): Cents {
  const amount = parseDecimal(text);
  if (amount === null) throw new RangeError(`not an amount: ${text}`);
  return amount;
}

function everybody(amount: string): AmountByCase {
  return { cases: [], otherwise: euros(amount) };
}

function band(below: string | null, rate: number): Band {
  return { below: below === null ? null : euros(below), rate: toRate(rate) };
}

function monthly(key: string, label: string, amount: string, withoutSalary = false): Extra {
  return { key, label, when: { ...always, withoutSalary }, due: { kind: "amount", amount: euros(amount) } };
}

/** A single rate on the invoiced turnover, by the month, without anything else. */
export function flatRule(rate: Rate, base: ContributionRule["base"] = "invoiced"): ContributionRule {
  return {
    base,
    counts: { deposits: false, disbursements: false, subsidies: false, internalSales: false },
    scale: { mode: "flat", rate },
    period: "month",
    thresholds: "whole",
    yearStart: 1,
    fixedParts: [],
    floor: null,
    cap: null,
    extras: [],
    negativeMonth: "giveBack",
  };
}

export const RULE_TEMPLATES: Readonly<Record<RuleTemplateKey, ContributionRule>> = {
  turnoverFlat: flatRule(toRate(1150)),
  collectedBands: {
    ...flatRule(toRate(0), "collected"),
    scale: { mode: "marginalBands", bands: [band("35000", 1000), band("45000", 800), band(null, 600)] },
    period: "year",
    extras: [
      monthly("assurance", "Assurance", "16"),
      monthly("accident-du-travail", "Accident du travail, sans salaire", "3", true),
    ],
  },
  marginWithFixedPart: {
    ...flatRule(toRate(1350), "grossMargin"),
    fixedParts: [{ key: "part-fixe", label: "Part fixe", amount: euros("30") }],
  },
  marginFloorAndCap: {
    ...flatRule(toRate(1200), "grossMargin"),
    floor: { per: "month", amount: everybody("40"), prorata: "none" },
    cap: { per: "year", amount: everybody("8400"), prorata: "months" },
    extras: [
      {
        key: "qualiopi",
        label: "Formation sous certificat Qualiopi",
        when: { ...always, underQualiopi: true },
        // No published figure: two more points, to be set by each cooperative.
        due: { kind: "rate", rate: toRate(200) },
      },
    ],
  },
  marginWholeBands: {
    ...flatRule(toRate(0), "grossMargin"),
    scale: {
      mode: "wholeBands",
      bands: [band("1000.01", 1300), band("2000.01", 1200), band("3334", 1100), band(null, 1000)],
    },
    floor: {
      per: "month",
      amount: { cases: [{ status: null, firstMonths: 12, amount: euros("80") }], otherwise: euros("100") },
      prorata: "none",
    },
    cap: {
      per: "year",
      amount: { cases: [{ status: "associate", firstMonths: null, amount: euros("5000") }], otherwise: euros("5500") },
      prorata: "months",
    },
  },
  turnoverSmoothed: { ...flatRule(toRate(1000)), period: "year" },
};
