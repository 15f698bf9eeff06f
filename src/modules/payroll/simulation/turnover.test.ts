import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyRate, type Cents, parseDecimal, roundDivide, toCents } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { type ContributionOn, turnoverFor } from "./turnover.ts";

const euros = (text: string): Cents => parseDecimal(text) ?? toCents(0);
const flat =
  (rate: number): ContributionOn =>
  (turnover) =>
    applyRate(turnover, toRate(rate));

function turnover(budget: Cents, costs: Cents, contributionOn: ContributionOn): Cents {
  const result = turnoverFor(budget, costs, contributionOn);
  if (isRefusal(result)) throw new Error(result.code);
  return result.turnover;
}

describe("le chiffre d'affaires à facturer", () => {
  test.each([
    ["1896.00", "2142"],
    ["2420.00", "2734"],
    ["3367.00", "3805"],
  ])("table publiée de 2024, contribution de 11,5 %% : coût %s → %s HT", (cost, expected) => {
    const found = turnover(euros(cost), toCents(0), flat(1150));
    expect(roundDivide(found, 100n).toString()).toBe(expected);
  });

  test("avec un taux unique, c'est le coût ÷ (1 − taux), au centime", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 0, max: 9000 }), (budget, rate) => {
        const found = turnover(toCents(budget), toCents(0), flat(rate));
        const exact = roundDivide(BigInt(budget) * 10_000n, BigInt(10_000 - rate));
        // Rounding the contribution moves the last cents: one cent of contribution is 1 ÷ (1 − rate) of turnover.
        const slack = BigInt(Math.ceil(10_000 / (10_000 - rate)));
        expect(found - exact <= slack && exact - found <= slack).toBe(true);
      }),
    );
  });

  test("ce qui reste couvre le budget, et un centime de moins n'y suffit pas", () => {
    const bands: ContributionOn = (amount) =>
      amount < 100_001n ? applyRate(amount, toRate(1300)) : applyRate(amount, toRate(1000));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900_000 }),
        fc.integer({ min: 0, max: 200_000 }),
        fc.constantFrom(flat(1150), flat(0), bands, (amount: Cents) =>
          toCents(applyRate(amount, toRate(1350)) + 3000n),
        ),
        (budget, costs, on) => {
          const found = turnover(toCents(budget), toCents(costs), on);
          const left = (amount: bigint) => amount - on(toCents(amount)) - BigInt(costs);
          expect(left(found) >= budget).toBe(true);
          expect(left(found - 1n) < budget).toBe(true);
        },
      ),
    );
  });

  test("une règle qui prend tout ne laisse aucun budget", () => {
    expect(turnoverFor(euros("100.00"), toCents(0), flat(10_000))).toMatchObject({ code: "pay.turnoverUnreachable" });
  });

  test("rien à couvrir, rien à facturer", () => {
    expect(turnover(toCents(0), toCents(0), flat(1150))).toBe(0n);
  });
});
