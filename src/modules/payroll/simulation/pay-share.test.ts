import { expect, test } from "vitest";
import type { Month } from "#kernel/day.ts";
import { applyRate, type Cents, sum, toCents } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { payModel } from "./pay-model.server.ts";
import { DEFAULT_PAY_PARAMETERS, FULL_TIME, type PayPerson } from "./pay-parameters.ts";
import { sharesOf, widthsOf } from "./pay-share.ts";
import { type PaySimulation, payFromBudget, payFromNet } from "./simulate-pay.ts";

const parameters = { ...DEFAULT_PAY_PARAMETERS, otherCost: toCents(840), payrollTaxRatio: toRate(2000) };
const person: PayPerson = { contract: "cesa", weeklyHours: FULL_TIME, taxRate: toRate(350), fixedPart: toCents(0) };
const model = payModel({ month: "2026-11" as Month, parameters, weeklyHours: FULL_TIME });

function given(result: ReturnType<typeof payFromBudget>): PaySimulation {
  if (isRefusal(result)) throw new Error(result.code);
  return result as PaySimulation;
}

const total = (simulation: PaySimulation) => sum(sharesOf(simulation).map((part) => part.amount));

test("les parts du dessin s'additionnent au budget, au centime", () => {
  for (const budget of [80_000, 250_000, 800_000]) {
    expect(total(given(payFromBudget(model, parameters, person, toCents(budget))))).toBe(toCents(budget));
  }
});

test("ou au chiffre d'affaires à facturer, contribution et dépenses comprises", () => {
  const turnover = { directCosts: toCents(30_000), contributionOn: (of: Cents) => applyRate(of, toRate(1150)) };
  const wish = { kind: "netPaid", amount: toCents(150_000) } as const;
  const simulation = given(payFromNet(model, parameters, person, wish, turnover));
  expect(total(simulation)).toBe(simulation.turnover);
  expect(sharesOf(simulation).map((part) => part.key)).toEqual(
    expect.arrayContaining(["cooperative", "other", "paid"]),
  );
});

test("quand la part fixe dépasse le budget, les parts disent ce qui est dû", () => {
  const simulation = given(payFromBudget(model, parameters, { ...person, fixedPart: toCents(30_000) }, toCents(0)));
  expect(total(simulation)).toBe(simulation.budget);
});

test("les largeurs tiennent dans la barre", () => {
  const part = (amount: number) => ({ key: "paid" as const, amount: toCents(amount) });
  expect(widthsOf([part(1), part(1), part(1)])).toEqual([333, 333, 334]);
  expect(widthsOf([])).toEqual([]);
});
