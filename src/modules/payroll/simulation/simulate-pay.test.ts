import { describe, expect, test } from "vitest";
import type { Month } from "#kernel/day.ts";
import { applyRate, type Cents, parseDecimal, sum, toCents, toDecimalString } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { payModel } from "./pay-model.server.ts";
import {
  checkPayParameters,
  DEFAULT_PAY_PARAMETERS,
  FULL_TIME,
  type PayParameters,
  type PayPerson,
} from "./pay-parameters.ts";
import { type PaySimulation, payFromBudget, payFromNet, type Wish } from "./simulate-pay.ts";
import { runSocialModel } from "./social-model.server.ts";

const euros = (text: string): Cents => parseDecimal(text) ?? toCents(0);
const CESA: PayPerson = { contract: "cesa", weeklyHours: FULL_TIME, taxRate: toRate(0), fixedPart: toCents(0) };
const NO_HOLIDAYS = { ...DEFAULT_PAY_PARAMETERS, holidayRate: toRate(0) };
const FLAT = { directCosts: toCents(0), contributionOn: (turnover: Cents) => applyRate(turnover, toRate(1150)) };

function model(parameters: PayParameters, weeklyHours = FULL_TIME) {
  return payModel({ month: "2026-11" as Month, parameters, weeklyHours });
}

function given<T extends object>(result: T): Exclude<T, { refused: true }> {
  if (isRefusal(result)) throw new Error(result.code);
  return result as Exclude<T, { refused: true }>;
}

function fromBudget(budget: string, parameters: PayParameters, person = CESA): PaySimulation {
  return given(payFromBudget(model(parameters, person.weeklyHours), parameters, person, euros(budget)));
}

function fromNet(amount: string, parameters: PayParameters, person = CESA, kind: Wish["kind"] = "netBeforeTax") {
  const wish = { kind, amount: euros(amount) };
  return given(payFromNet(model(parameters, person.weeklyHours), parameters, person, wish, FLAT));
}

/** Each total is the one before it plus the changes between them. */
function expectAddsUp({ steps }: PaySimulation) {
  let running: bigint | null = null;
  for (const step of steps) {
    if (step.kind === "change") running = (running ?? 0n) + step.amount;
    else {
      if (running !== null) expect([step.key, running]).toEqual([step.key, step.amount]);
      running = step.amount;
    }
  }
}

describe("du budget à ce qui est versé", () => {
  test("3 000 € de coût à 120 personnes : brut 2 422,55 à quelques centimes, net 1 895,74", () => {
    const parameters = { ...NO_HOLIDAYS, headcount: 120, accidentRate: toRate(110) };
    const { run, cost, remainder } = fromBudget("3000.00", parameters);
    expect(Math.abs(Number(run.gross - euros("2422.55")))).toBeLessThanOrEqual(26);
    expect(Math.abs(Number(run.netBeforeTax - euros("1895.74")))).toBeLessThanOrEqual(21);
    expect(sum([cost, remainder])).toBe(euros("3000.00"));
  });

  test("les chiffres montrés sont ceux d'un calcul direct au brut trouvé, et s'additionnent", () => {
    for (const budget of ["450.00", "1999.99", "2600.00", "3333.33", "5555.55", "12000.00"]) {
      const result = fromBudget(budget, DEFAULT_PAY_PARAMETERS, { ...CESA, taxRate: toRate(350) });
      const context = { month: "2026-11" as Month, parameters: DEFAULT_PAY_PARAMETERS, weeklyHours: FULL_TIME };
      expect(result.run).toEqual(runSocialModel(context, result.run.gross));
      expect(result.remainder >= 0n && result.remainder <= 50n).toBe(true);
      expectAddsUp(result);
    }
  });

  test("à trois SMIC la réduction générale s'arrête : le budget entre les deux reste dans l'activité", () => {
    const parameters = NO_HOLIDAYS;
    const before = model(parameters).known().length;
    const { run, remainder } = fromBudget("8000.00", parameters);
    // 3 × 12,31 × 151,67 = 5 601,05 : à ce brut, la réduction de 2 % (112 €) est perdue.
    expect([toDecimalString(run.gross), toDecimalString(remainder)]).toEqual(["5601.04", "51.23"]);
    expect(model(parameters).known().length - before).toBeLessThanOrEqual(6);
  });

  test("congés : 10 % du brut, et 10 % des cotisations hors mutuelle", () => {
    const { holidayProvision, holidayContributions, run } = fromBudget("4000.00", DEFAULT_PAY_PARAMETERS);
    expect(holidayProvision).toBe(applyRate(run.gross, toRate(1000)));
    // 21,60 : la moitié de 40,00 et le forfait social de 8 %.
    expect(run.fixedEmployer).toBe(euros("21.60"));
    expect(holidayContributions).toBe(applyRate(toCents(run.employerContributions - euros("21.60")), toRate(1000)));
  });

  test("l'impôt à la source est au taux donné, sur le net imposable", () => {
    const { tax, run, netPaid } = fromBudget("3500.00", DEFAULT_PAY_PARAMETERS, { ...CESA, taxRate: toRate(740) });
    expect(tax).toBe(applyRate(run.taxableNet, toRate(740)));
    expect(netPaid).toBe(run.netBeforeTax - tax);
  });

  test("taxe sur les salaires : la part de la coopérative seulement", () => {
    const whole = fromBudget("3500.00", { ...NO_HOLIDAYS, payrollTaxRatio: toRate(10_000) });
    expect(whole.payrollTax).toBe(whole.run.payrollTax);
    expect(whole.payrollTax > 0n).toBe(true);
    const third = fromBudget("3500.00", { ...NO_HOLIDAYS, payrollTaxRatio: toRate(3333) });
    expect(third.payrollTax).toBe(applyRate(third.run.payrollTax, toRate(3333)));
    expect(third.run.netBeforeTax > whole.run.netBeforeTax).toBe(true);
  });

  test("une paie sous le SMIC du contrat est signalée, pas empêchée", () => {
    const { alerts } = fromBudget("1000.00", DEFAULT_PAY_PARAMETERS);
    expect(alerts).toEqual([{ key: "belowMinimumWage", amount: euros("1867.02") }]);
    expect(fromBudget("1000.00", DEFAULT_PAY_PARAMETERS, { ...CESA, weeklyHours: 700 }).alerts).toEqual([]);
  });

  test("la part fixe est due même quand le budget manque : une alerte, jamais un blocage", () => {
    for (const budget of ["100.00", "0.00", "-250.00"]) {
      const person = { ...CESA, weeklyHours: 500, fixedPart: euros("300.00") };
      const result = fromBudget(budget, DEFAULT_PAY_PARAMETERS, person);
      expect(result.run.gross).toBe(euros("300.00"));
      expect(result.remainder).toBe(euros(budget) - result.budget);
      expect(result.alerts).toEqual([{ key: "fixedPartAboveBudget", amount: result.budget - euros(budget) }]);
      expectAddsUp(result);
    }
  });

  test("un budget qui ne paie rien est refusé, avec le minimum", () => {
    const of = (budget: string) =>
      payFromBudget(model(DEFAULT_PAY_PARAMETERS), DEFAULT_PAY_PARAMETERS, CESA, euros(budget));
    for (const budget of ["-10.00", "0.00", "30.00"]) expect(of(budget)).toMatchObject({ code: "pay.budgetTooLow" });
    expect(isRefusal(of("60.00"))).toBe(false);
  });
});

describe("d'un net souhaité au chiffre d'affaires", () => {
  test("1 561,26 € net à 5 personnes : 2 000 € brut, 2 208,72 € de coût", () => {
    const { run, cost } = fromNet("1561.26", { ...NO_HOLIDAYS, headcount: 5 });
    expect([toDecimalString(run.gross), toDecimalString(cost)]).toEqual(["2000.00", "2208.72"]);
  });

  test("le net souhaité est atteint au centime, avant impôt comme sur le compte", () => {
    const person = { ...CESA, taxRate: toRate(520) };
    for (const amount of ["900.00", "1365.00", "1600.00", "2000.00", "4321.09"]) {
      expect(fromNet(amount, DEFAULT_PAY_PARAMETERS, person).run.netBeforeTax).toBe(euros(amount));
      const paid = fromNet(amount, DEFAULT_PAY_PARAMETERS, person, "netPaid");
      expect([paid.netPaid - euros(amount) <= 1n, paid.netPaid >= euros(amount)]).toEqual([true, true]);
      expectAddsUp(paid);
    }
  });

  test("la même paie, dans un sens puis dans l'autre", () => {
    const wished = fromNet("1800.00", DEFAULT_PAY_PARAMETERS);
    const back = fromBudget(toDecimalString(wished.budget), DEFAULT_PAY_PARAMETERS);
    expect(wished.run.netBeforeTax - back.run.netBeforeTax <= 30n).toBe(true);
  });

  test("les dépenses de l'activité s'ajoutent à ce qu'il faut facturer", () => {
    const parameters = DEFAULT_PAY_PARAMETERS;
    const wish = { kind: "netPaid", amount: euros("1500.00") } as const;
    const without = given(payFromNet(model(parameters), parameters, CESA, wish, FLAT));
    const costs = { ...FLAT, directCosts: euros("885.00") };
    const withCosts = given(payFromNet(model(parameters), parameters, CESA, wish, costs));
    expect((withCosts.turnover ?? 0n) - (without.turnover ?? 0n)).toBe(euros("1000.00"));
    expectAddsUp(withCosts);
  });

  test("un montant hors d'atteinte ou nul est refusé avec une phrase", () => {
    const of = (amount: string) =>
      payFromNet(
        model(DEFAULT_PAY_PARAMETERS),
        DEFAULT_PAY_PARAMETERS,
        CESA,
        { kind: "netPaid", amount: euros(amount) },
        FLAT,
      );
    expect(of("1000000.00")).toMatchObject({ code: "pay.amountTooHigh" });
    expect(of("0.00")).toMatchObject({ code: "pay.amount", field: "amount" });
  });
});

describe("pendant que le curseur bouge", () => {
  test("un pas de 10 € ne coûte qu'un ou deux calculs du modèle, et les mêmes pas plus aucun", () => {
    const parameters = { ...DEFAULT_PAY_PARAMETERS, headcount: 33 };
    const made = () => model(parameters).known().length;
    const slide = () => {
      const before = made();
      for (let step = 0; step < 30; step += 1) {
        payFromBudget(model(parameters), parameters, CESA, toCents(200_000 + step * 1000));
      }
      return made() - before;
    };
    expect(slide()).toBeLessThanOrEqual(45);
    expect(slide()).toBe(0);
  });
});

describe("qui peut être payé", () => {
  test.each([
    ["cape", "pay.capeNoSalary"],
    ["none", "pay.noContract"],
  ] as const)("%s : pas de salaire", (contract, code) => {
    const person = { ...CESA, contract };
    const parameters = DEFAULT_PAY_PARAMETERS;
    expect(payFromBudget(model(parameters), parameters, person, euros("3000.00"))).toMatchObject({ code });
    const wish = { kind: "netPaid", amount: euros("1000.00") } as const;
    expect(payFromNet(model(parameters), parameters, person, wish, FLAT)).toMatchObject({ code });
  });

  test("des heures, un taux, une part fixe impossibles sont refusés", () => {
    const code = (person: Partial<PayPerson>) =>
      payFromBudget(model(DEFAULT_PAY_PARAMETERS), DEFAULT_PAY_PARAMETERS, { ...CESA, ...person }, euros("3000.00"));
    expect(code({ weeklyHours: 3501 })).toMatchObject({ field: "weeklyHours" });
    expect(code({ weeklyHours: 0 })).toMatchObject({ field: "weeklyHours" });
    expect(code({ taxRate: toRate(10_001) })).toMatchObject({ field: "taxRate" });
    expect(code({ fixedPart: euros("-1.00") })).toMatchObject({ field: "fixedPart" });
  });

  test("des paramètres de coopérative impossibles sont refusés, champ par champ", () => {
    expect(checkPayParameters(DEFAULT_PAY_PARAMETERS)).toEqual([]);
    const faults = checkPayParameters({
      ...DEFAULT_PAY_PARAMETERS,
      headcount: 0,
      accidentRate: toRate(-1),
      healthInsuranceEmployerShare: toRate(4999),
      mobilityRate: toRate(10_001),
      otherCost: euros("-1.00"),
    });
    expect(faults.map((fault) => fault.field)).toEqual([
      "headcount",
      "accidentRate",
      "healthInsuranceEmployerShare",
      "mobilityRate",
      "otherCost",
    ]);
  });
});
