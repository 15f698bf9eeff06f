import { describe, expect, test } from "vitest";
import type { Month } from "#kernel/day.ts";
import { type Cents, parseDecimal, sum, toCents, toDecimalString } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import project from "../../../../package.json" with { type: "json" };
import { DEFAULT_PAY_PARAMETERS, FULL_TIME, type PayContext, type PayParameters } from "./pay-parameters.ts";
import { minimumWage, runSocialModel } from "./social-model.server.ts";

const euros = (text: string): Cents => parseDecimal(text) ?? toCents(0);

function context(parameters: Partial<PayParameters> = {}, month = "2026-11", weeklyHours = FULL_TIME): PayContext {
  return { month: month as Month, weeklyHours, parameters: { ...DEFAULT_PAY_PARAMETERS, ...parameters } };
}

/** gross → [net before tax, cost], in cents, as text. */
function run(gross: string, of: PayContext): [string, string] {
  const { netBeforeTax, employerContributions, payrollTax } = runSocialModel(of, euros(gross));
  const cost = sum([euros(gross), employerContributions, payrollTax]);
  return [toDecimalString(netBeforeTax), toDecimalString(cost)];
}

test("les versions du modèle sont celles qui ont été vérifiées ci-dessous", () => {
  expect(project.dependencies).toMatchObject({ "modele-social": "11.1.0", publicodes: "1.10.3" });
});

describe("les calculs de référence de novembre 2026", () => {
  test.each<[string, number, string, string]>([
    ["1867.02", 10, "1455.99", "1944.64"],
    ["1867.02", 60, "1455.99", "1963.04"],
    ["2500.00", 60, "1957.05", "3162.50"],
    ["3500.00", 60, "2748.65", "4835.71"],
    ["2000.00", 5, "1561.26", "2208.72"],
  ])("%s € brut à %i personnes : net %s, coût %s", (gross, headcount, net, cost) => {
    expect(run(gross, context({ headcount }))).toEqual([net, cost]);
  });

  test("coût de 3 000 à 120 personnes, accidents du travail 1,1 % : brut 2 422,55, net 1 895,74", () => {
    const [net, cost] = run("2422.55", context({ headcount: 120, accidentRate: toRate(110) }));
    expect(net).toBe("1895.74");
    // The model's own inversion, which gave this gross, is good to about 6 cents of cost.
    expect(Math.abs(Number(euros(cost) - euros("3000.00")))).toBeLessThanOrEqual(6);
  });

  test("la réduction générale de 2 500 € à moins de 50 : coefficient 0,1839, soit 459,75 €", () => {
    const { lines } = runSocialModel(context({ headcount: 20 }), euros("2500.00"));
    expect(lines.find((line) => line.family === "relief")?.employer).toBe(euros("-459.75"));
  });
});

describe("le SMIC suit la date de la paie", () => {
  test.each([
    ["2026-01", "1823.03"],
    ["2026-05", "1823.03"],
    ["2026-06", "1867.02"],
    ["2026-11", "1867.02"],
  ])("en %s, %s € brut pour 35 heures", (month, expected) => {
    expect(toDecimalString(minimumWage(context({}, month)))).toBe(expected);
  });

  test("et les heures du contrat : 24 heures", () => {
    expect(toDecimalString(minimumWage(context({}, "2026-11", 2400)))).toBe("1280.24");
  });
});

describe("chaque paramètre de la coopérative compte", () => {
  const [, usual] = run("2000.00", context({ headcount: 60 }));
  const more = (parameters: Partial<PayParameters>) =>
    toDecimalString(toCents(euros(run("2000.00", context({ headcount: 60, ...parameters }))[1]) - euros(usual)));

  test("versement mobilité de 2 % : 40 €", () => {
    expect(more({ mobilityRate: toRate(200) })).toBe("40.00");
  });

  test("versement mobilité : rien sous 11 personnes", () => {
    const of = (mobilityRate: number) => run("2000.00", context({ headcount: 10, mobilityRate: toRate(mobilityRate) }));
    expect(of(200)).toEqual(of(0));
  });

  test("accidents du travail : un point de plus, 20 €", () => {
    expect(more({ accidentRate: toRate(308) })).toBe("20.00");
  });

  test("mutuelle de 100 au lieu de 40 : 30 € et le forfait social de 8 %", () => {
    expect(more({ healthInsurance: euros("100.00") })).toBe("32.40");
  });

  test("taxe sur les salaires de 2 000 € brut (CGI 231) : 1 919,61 par an, 159,97 par mois", () => {
    // 12 × (98,25 % de 2 000 + 20 de mutuelle) = 23 820 ; 4,25 % jusqu'à 9 147, 8,5 % jusqu'à 18 258, 13,6 % au-delà.
    const { payrollTax } = runSocialModel(context({ payrollTaxRatio: toRate(10_000) }), euros("2000.00"));
    expect(toDecimalString(payrollTax)).toBe("159.97");
  });

  test("Alsace-Moselle : 1,3 % de plus pour le salarié", () => {
    expect(run("2000.00", context({ alsaceMoselle: true }))[0]).toBe("1535.26");
  });
});

describe("chaque calcul est indépendant du précédent", () => {
  test("changer de coopérative, de mois ou d'heures puis revenir donne le même résultat", () => {
    const first = runSocialModel(context({ headcount: 10 }), euros("1867.02"));
    runSocialModel(context({ headcount: 300, payrollTaxRatio: toRate(5000) }, "2026-02", 2000), euros("900.00"));
    expect(runSocialModel(context({ headcount: 10 }), euros("1867.02"))).toEqual(first);
  });

  test("ce qui est montré s'additionne, du salaire très bas au salaire élevé", () => {
    for (const gross of ["1.00", "433.33", "1867.02", "2345.67", "4005.00", "5601.06", "9999.99"]) {
      for (const headcount of [5, 60, 300]) {
        const result = runSocialModel(context({ headcount }), euros(gross));
        expect(sum(result.lines.map((line) => line.employee))).toBe(result.employeeContributions);
        expect(sum(result.lines.map((line) => line.employer))).toBe(result.employerContributions);
        expect(result.gross - result.employeeContributions).toBe(result.netBeforeTax);
      }
    }
  });
});
