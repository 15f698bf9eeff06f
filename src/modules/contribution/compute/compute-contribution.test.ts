import { describe, expect, test } from "vitest";
import type { Month } from "#kernel/day.ts";
import { toDay } from "#kernel/day.ts";
import { sum, toDecimalString } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import type { ContributionRule, Waiver } from "../rule/rule.ts";
import { flatRule, RULE_TEMPLATES } from "../rule/rule-template.ts";
import { emptyFigures } from "./base.ts";
import { computeMonth, computeMonths } from "./compute-contribution.ts";
import { euros, monthWith, versionOf, yearWith } from "./example-month.ts";

const MINIMUM_INCOME: Waiver = {
  target: "part-fixe",
  from: "2026-01" as Month,
  until: null,
  reason: "bénéficiaire du RSA",
  decidedBy: "la direction",
  decidedOn: toDay("2025-12-15"),
};

const { marginWholeBands, marginFloorAndCap, marginWithFixedPart, collectedBands } = RULE_TEMPLATES;
const wholeCollected: ContributionRule = {
  ...collectedBands,
  scale: { ...collectedBands.scale, mode: "wholeBands" } as ContributionRule["scale"],
  extras: [],
};
const marginalCollected: ContributionRule = { ...collectedBands, extras: [] };

/** The total of one month, as text. */
function oneMonth(rule: ContributionRule, sales: string, options: Parameters<typeof monthWith>[1] = {}): string {
  return toDecimalString(computeMonth(versionOf(rule), monthWith(sales, options), []).total);
}

describe("les chiffres de money.md", () => {
  const worked: [string, ContributionRule, string, string, Parameters<typeof monthWith>[1]?][] = [
    ["11,5 % sans rien d'autre", flatRule(toRate(1150)), "2000.00", "230.00"],
    ["10,25 % sans rien d'autre", flatRule(toRate(1025)), "1000.00", "102.50"],
    ["30 + 13,5 % de la marge", marginWithFixedPart, "2000.00", "300.00"],
    ["30 + 13,5 %, mois vide", marginWithFixedPart, "0.00", "30.00"],
    ["30 dispensés, mois vide", marginWithFixedPart, "0.00", "0.00", { waivers: [MINIMUM_INCOME] }],
    ["12 %, minimum 40", marginFloorAndCap, "300.00", "40.00"],
    ["12 %, au-dessus du minimum", marginFloorAndCap, "5000.00", "600.00"],
    ["tranches entières, 13 %", marginWholeBands, "900.00", "117.00"],
    ["tranches entières, trou de 1 000,00", marginWholeBands, "1000.00", "130.00"],
    ["tranches entières, 12 %", marginWholeBands, "1500.00", "180.00"],
    ["tranches entières, 2 000,00", marginWholeBands, "2000.00", "240.00"],
    ["tranches entières, 2 000,01", marginWholeBands, "2000.01", "220.00"],
    ["tranches entières, 2 001", marginWholeBands, "2001.00", "220.11"],
    ["tranches entières, 11 %", marginWholeBands, "3000.00", "330.00"],
    ["tranches entières, 10 %", marginWholeBands, "4000.00", "400.00"],
    ["minimum de la première année", marginWholeBands, "500.00", "80.00", { member: { seniorityMonth: 3 } }],
    ["minimum ensuite", marginWholeBands, "500.00", "100.00", { member: { seniorityMonth: 14 } }],
    ["50 000 d'un coup, tranches entières", wholeCollected, "50000.00", "3000.00"],
    ["50 000 d'un coup, tranches marginales", marginalCollected, "50000.00", "4600.00"],
  ];
  test.each(worked)("%s : %#", (_name, rule, sales, expected, options) => {
    expect(oneMonth(rule, sales, options)).toBe(expected);
  });

  test("le calcul avant minimum reste visible : 36,00 puis 40,00", () => {
    const { trace } = computeMonth(versionOf(marginFloorAndCap), monthWith("300.00"), []);
    expect(trace.find((step) => step.key === "scale.flat")?.amount).toBe(euros("36.00"));
    expect(trace.find((step) => step.key === "floor.month")).toMatchObject({
      amount: euros("4.00"),
      bound: euros("40.00"),
    });
  });

  test("le plafond de 8 400 est atteint à 70 000 de marge annuelle", () => {
    const months = yearWith(["35000.00", "34000.00", "1000.00", "5000.00"]);
    const [, , third, fourth] = computeMonths(versionOf(marginFloorAndCap), months);
    expect(third?.total).toBe(euros("120.00"));
    // 12 × 0,12 est dépassé : la quatrième facture ne coûte plus rien.
    expect(fourth?.total).toBe(euros("0.00"));
    expect(fourth?.trace.find((step) => step.key === "cap.year")).toMatchObject({
      amount: euros("-600.00"),
      bound: euros("8400.00"),
    });
  });

  test("un effet de seuil se montre", () => {
    const { trace } = computeMonth(versionOf(marginWholeBands), monthWith("2001.00"), []);
    expect(trace.find((step) => step.key === "notice.threshold")).toMatchObject({
      bound: euros("2000.01"),
      amount: euros("240.00"),
    });
  });

  test("10/8/6 % : les mois de l'année s'ajoutent à la règle annuelle, dans les deux modes", () => {
    const months = yearWith(Array.from({ length: 10 }, () => "5000.00"));
    const total = (rule: ContributionRule) => sum(computeMonths(versionOf(rule), months).map((month) => month.total));
    expect(total(marginalCollected)).toBe(euros("4600.00"));
    expect(total(wholeCollected)).toBe(euros("3000.00"));
  });

  test("assurance tous les mois, accident du travail seulement sans salaire", () => {
    const paid = { member: { salaryPaid: true } };
    const unpaid = { member: { salaryPaid: false } };
    expect(oneMonth(collectedBands, "1000.00", paid)).toBe("116.00");
    expect(oneMonth(collectedBands, "1000.00", unpaid)).toBe("119.00");
  });
});

describe("ce qui entre dans la base", () => {
  const figures = {
    invoiced: {
      sales: euros("1000.00"),
      deposits: euros("300.00"),
      disbursements: euros("50.00"),
      subsidies: euros("2000.00"),
      internalSales: euros("100.00"),
    },
    productionCosts: euros("400.00"),
  };
  const input = monthWith("0.00", { figures: { ...emptyFigures("2026-01" as Month), ...figures } });

  test("par défaut, ni acomptes, ni débours, ni subventions, ni ventes internes", () => {
    const computed = computeMonth(versionOf(flatRule(toRate(1000))), input, []);
    expect(computed.total).toBe(euros("100.00"));
    expect(computed.trace.filter((step) => step.key.startsWith("excluded."))).toHaveLength(4);
  });

  test("selon la règle, chacun peut y entrer", () => {
    const counts = { deposits: true, disbursements: true, subsidies: true, internalSales: true };
    const computed = computeMonth(versionOf({ ...flatRule(toRate(1000)), counts }), input, []);
    expect(computed.base).toBe(euros("3450.00"));
  });

  test("la marge brute retire les coûts de production", () => {
    const computed = computeMonth(versionOf(flatRule(toRate(1350), "grossMargin")), input, []);
    expect(computed.base).toBe(euros("600.00"));
    expect(computed.total).toBe(euros("81.00"));
  });
});

describe("dispenses", () => {
  const waiver = (target: string): Waiver => ({ ...MINIMUM_INCOME, target, until: "2026-01" as Month });

  test("du minimum", () => {
    expect(oneMonth(marginFloorAndCap, "300.00", { waivers: [waiver("floor")] })).toBe("36.00");
  });

  test("de tout, assurance comprise", () => {
    expect(oneMonth(collectedBands, "1000.00", { waivers: [waiver("everything")] })).toBe("0.00");
  });

  test("d'un supplément", () => {
    expect(oneMonth(collectedBands, "1000.00", { waivers: [waiver("assurance")] })).toBe("100.00");
  });

  test("elle vaut pour ses mois seulement, et dit qui a décidé, et pourquoi", () => {
    const { trace } = computeMonth(versionOf(marginFloorAndCap), monthWith("0.00", { waivers: [waiver("floor")] }), []);
    expect(trace.find((step) => step.key === "waiver.floor")).toMatchObject({
      reason: "bénéficiaire du RSA",
      decidedBy: "la direction",
    });
    expect(oneMonth(marginFloorAndCap, "0.00", { month: "2026-02", waivers: [waiver("floor")] })).toBe("40.00");
    expect(oneMonth(marginFloorAndCap, "0.00", { month: "2025-12", waivers: [waiver("floor")] })).toBe("40.00");
  });
});
