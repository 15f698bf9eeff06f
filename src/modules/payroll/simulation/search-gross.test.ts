import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cents, toCents } from "#kernel/money.ts";
import type { PayRun } from "./pay-run.ts";
import { HIGHEST_GROSS, LOWEST_GROSS, type PayModel, searchGross } from "./search-gross.ts";

/** A run of which only the gross and one measure matter here. */
function runOf(gross: Cents, netBeforeTax: bigint): PayRun {
  const none = toCents(0);
  return {
    gross,
    netBeforeTax: toCents(netBeforeTax),
    taxableNet: none,
    employeeContributions: none,
    employerContributions: none,
    fixedEmployer: none,
    payrollTax: none,
    lines: [],
  };
}

/** A curve as the social model draws them: a slope, steps of `step` cents, and a cliff. */
function model(curve: (gross: bigint) => bigint, known: Cents[] = []) {
  let count = 0;
  const run = (gross: Cents) => {
    count += 1;
    return runOf(gross, curve(gross));
  };
  const runs = known.toSorted((a, b) => (a < b ? -1 : 1)).map((gross) => runOf(gross, curve(gross)));
  const made: PayModel = { minimumWage: toCents(0), run, known: () => runs };
  return { model: made, count: () => count };
}

const measure = (run: PayRun) => run.netBeforeTax;
const curve = fc
  .record({
    slope: fc.bigInt({ min: 40n, max: 250n }),
    stair: fc.bigInt({ min: 1n, max: 300n }),
    height: fc.bigInt({ min: 0n, max: 60n }),
    cliffAt: fc.bigInt({ min: 100n, max: 2_000_000n }),
    cliff: fc.bigInt({ min: 0n, max: 20_000n }),
  })
  .map(
    ({ slope, stair, height, cliffAt, cliff }) =>
      (gross: bigint) =>
        (gross * slope) / 100n + (gross / stair) * height + (gross > cliffAt ? cliff : 0n),
  );
const known = fc.array(fc.integer({ min: 100, max: 2_000_000 }).map(toCents), { maxLength: 6 });
const target = fc.integer({ min: 0, max: 6_000_000 }).map(toCents);

describe("chercher un salaire brut", () => {
  test("au plus : juste sous la cible, à la tolérance près, sinon le centime d'après la dépasse", () => {
    fc.assert(
      fc.property(curve, known, target, (of, grosses, wanted) => {
        const found = searchGross(model(of, grosses).model, {
          measure,
          target: wanted,
          side: "atMost",
          tolerance: toCents(50),
        });
        if (typeof found === "string") {
          expect([found, of(LOWEST_GROSS) > wanted]).toEqual(["low", true]);
          return;
        }
        expect(measure(found) <= wanted).toBe(true);
        const close = wanted - measure(found) <= 50n;
        expect(close || found.gross === HIGHEST_GROSS || of(found.gross + 1n) > wanted).toBe(true);
      }),
    );
  });

  test("au moins : le premier centime qui atteint la cible", () => {
    fc.assert(
      fc.property(curve, known, target, (of, grosses, wanted) => {
        const found = searchGross(model(of, grosses).model, {
          measure,
          target: wanted,
          side: "atLeast",
          tolerance: toCents(0),
        });
        if (typeof found === "string") {
          expect([found, of(HIGHEST_GROSS) < wanted]).toEqual(["high", true]);
          return;
        }
        expect(measure(found) >= wanted).toBe(true);
        const first = found.gross === LOWEST_GROSS || of(found.gross - 1n) < wanted;
        expect(first || measure(found) === wanted).toBe(true);
      }),
    );
  });

  test("un palier suivi d'une pente ne fait pas avancer centime par centime", () => {
    const { model: flat, count } = model((gross) => (gross < 2_775n ? 0n : ((gross - 2_775n) * 8n) / 10n));
    const found = searchGross(flat, { measure, target: toCents(1), side: "atLeast", tolerance: toCents(0) });
    expect(found).toMatchObject({ gross: 2_777n });
    expect(count()).toBeLessThanOrEqual(80);
  });

  test("au plus : la cible elle-même convient", () => {
    const found = searchGross(model((gross) => gross).model, {
      measure,
      target: toCents(123_456),
      side: "atMost",
      tolerance: toCents(0),
    });
    expect(found).toMatchObject({ gross: 123_456n });
  });

  test("près de calculs connus, un ou deux calculs suffisent", () => {
    const { model: near, count } = model((gross) => (gross * 178n) / 100n, [toCents(199_000), toCents(203_000)]);
    const found = searchGross(near, { measure, target: toCents(360_000), side: "atMost", tolerance: toCents(50) });
    expect(found).toMatchObject({ netBeforeTax: 359_974n });
    expect(count()).toBeLessThanOrEqual(2);
  });
});
