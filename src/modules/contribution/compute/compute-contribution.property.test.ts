import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cents, sum, toCents } from "#kernel/money.ts";
import { toRate } from "#kernel/rate.ts";
import type { Band, ContributionRule, Limit, Scale } from "../rule/rule.ts";
import { flatRule } from "../rule/rule-template.ts";
import { scaleOn } from "../rule/scale.ts";
import { computeMonths } from "./compute-contribution.ts";
import { versionOf, yearWith } from "./example-month.ts";

const cents = (min: number, max: number) => fc.integer({ min, max }).map(toCents);
const rate = fc.integer({ min: 0, max: 3000 }).map(toRate);
const bands = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 6_000_000 }), { maxLength: 4 }), fc.array(rate, { minLength: 5 }))
  .map(([bounds, rates]): Band[] => {
    const ascending = bounds.toSorted((a, b) => a - b).map((bound): Cents | null => toCents(bound));
    return [...ascending, null].map((below, index) => ({ below, rate: rates[index] ?? toRate(0) }));
  });
const scale: fc.Arbitrary<Scale> = fc.oneof(
  rate.map((value): Scale => ({ mode: "flat", rate: value })),
  bands.map((value): Scale => ({ mode: "wholeBands", bands: value })),
  bands.map((value): Scale => ({ mode: "marginalBands", bands: value })),
);
const limit = (min: number, max: number): fc.Arbitrary<Limit> =>
  fc.record({
    per: fc.constantFrom("month", "year"),
    amount: cents(min, max).map((otherwise) => ({ cases: [], otherwise })),
    prorata: fc.constantFrom("none", "months", "days"),
  });
const rule: fc.Arbitrary<ContributionRule> = fc
  .record({
    scale,
    period: fc.constantFrom("month" as const, "year" as const),
    yearStart: fc.integer({ min: 1, max: 12 }),
    fixed: cents(0, 10_000),
    floor: fc.option(limit(0, 20_000)),
    cap: fc.option(limit(300_000, 900_000)),
    negativeMonth: fc.constantFrom("giveBack" as const, "carryOver" as const),
  })
  .map(({ fixed, ...rest }) => ({
    ...flatRule(toRate(0)),
    ...rest,
    fixedParts: [{ key: "part-fixe", label: "Part fixe", amount: fixed }],
  }));
const year = (min: number) => fc.array(cents(min, 1_500_000), { minLength: 12, maxLength: 12 });
const ANY = -800_000;

/** The rule read on the whole year at once, written apart from the engine. */
function onTheYear(value: Scale, base: bigint): bigint {
  const magnitude = base < 0n ? -base : base;
  let exact = 0n;
  if (value.mode === "flat") exact = magnitude * BigInt(value.rate);
  else if (value.mode === "wholeBands") {
    const band = value.bands.find(({ below }) => below === null || magnitude < below);
    exact = magnitude * BigInt(band?.rate ?? 0);
  } else {
    let from = 0n;
    for (const { below, rate: of } of value.bands) {
      const to = below === null || magnitude < below ? magnitude : below;
      if (to > from) exact += (to - from) * BigInt(of);
      from = below ?? magnitude;
    }
  }
  const rounded = (2n * exact + 10_000n) / 20_000n;
  return base < 0n ? -rounded : rounded;
}

describe("propriétés de la contribution", () => {
  test("les douze rattrapages mensuels s'ajoutent à la règle lue sur l'année, seuils lissés ou non", () => {
    fc.assert(
      fc.property(
        scale,
        year(ANY),
        fc.constantFrom("whole" as const, "elapsed" as const),
        (value, bases, thresholds) => {
          const yearly: ContributionRule = { ...flatRule(toRate(0)), scale: value, period: "year", thresholds };
          const months = computeMonths(versionOf(yearly), yearWith(bases));
          expect(sum(months.map((month) => month.total))).toBe(onTheYear(value, sum(bases)));
        },
      ),
    );
  });

  test("chaque mois d'une règle mensuelle suit le barème lu à part", () => {
    fc.assert(
      fc.property(scale, cents(ANY, 9_000_000), (value, base) => {
        expect(scaleOn(value, toCents(0), base).amount).toBe(onTheYear(value, base));
      }),
    );
  });

  test("la trace s'additionne : la base, puis le total", () => {
    fc.assert(
      fc.property(rule, year(ANY), (value, bases) => {
        for (const month of computeMonths(versionOf(value), yearWith(bases))) {
          const of = (role: string) => sum(month.trace.filter((step) => step.role === role).map((step) => step.amount));
          expect(of("base")).toBe(month.base);
          expect(of("due")).toBe(month.total);
        }
      }),
    );
  });

  test("le plafond de l'année n'est jamais dépassé, quel que soit l'ordre des mois", () => {
    fc.assert(
      fc.property(rule, year(ANY), cents(100_000, 900_000), (value, bases, otherwise) => {
        const cap: Limit = { per: "year", amount: { cases: [], otherwise }, prorata: "none" };
        const capped: ContributionRule = { ...value, yearStart: 1, floor: null, cap };
        let taken = 0n;
        for (const month of computeMonths(versionOf(capped), yearWith(bases))) {
          taken += month.total;
          expect(taken <= otherwise).toBe(true);
        }
      }),
    );
  });

  test("le total de l'année ne dépend pas de l'ordre des mois", () => {
    fc.assert(
      fc.property(rule, year(ANY), (value, bases) => {
        const free: ContributionRule = { ...value, yearStart: 1, negativeMonth: "giveBack" };
        const total = (order: readonly Cents[]) =>
          sum(computeMonths(versionOf(free), yearWith(order)).map((month) => month.total));
        expect(total(bases.toReversed())).toBe(total(bases));
      }),
    );
  });

  test("un minimum par mois est toujours atteint, hors mois négatif", () => {
    fc.assert(
      fc.property(rule, year(0), cents(1, 20_000), (value, bases, otherwise) => {
        const floor: Limit = { per: "month", amount: { cases: [], otherwise }, prorata: "none" };
        const floored: ContributionRule = { ...value, period: "month", cap: null, floor };
        for (const month of computeMonths(versionOf(floored), yearWith(bases))) {
          expect(month.total >= otherwise).toBe(true);
        }
      }),
    );
  });

  test("en report, rien n'est jamais rendu, et rien n'est perdu", () => {
    fc.assert(
      fc.property(rule, year(ANY), (value, bases) => {
        const months = computeMonths(versionOf({ ...value, negativeMonth: "carryOver" }), yearWith(bases));
        for (const month of months) expect(month.total >= 0n).toBe(true);
        const carried = months.at(-1)?.carried ?? toCents(0);
        expect(sum([...months.map((month) => month.total), carried])).toBe(sum(months.map((month) => month.due)));
      }),
    );
  });

  test("tranches marginales : une base plus grande ne coûte jamais moins", () => {
    fc.assert(
      fc.property(bands, cents(0, 9_000_000), cents(0, 9_000_000), (value, a, b) => {
        const of = (base: Cents) => scaleOn({ mode: "marginalBands", bands: value }, toCents(0), base).amount;
        expect(a <= b ? of(a) <= of(b) : of(b) <= of(a)).toBe(true);
      }),
    );
  });

  test("à l'année et sans mois négatif, le cumul en tranches marginales ne baisse jamais", () => {
    fc.assert(
      fc.property(bands, year(0), (value, bases) => {
        const marginal: ContributionRule = {
          ...flatRule(toRate(0)),
          scale: { mode: "marginalBands", bands: value },
          period: "year",
        };
        for (const month of computeMonths(versionOf(marginal), yearWith(bases))) {
          expect(month.total >= 0n).toBe(true);
        }
      }),
    );
  });

  test("les parts montrées d'une base s'ajoutent à son montant", () => {
    fc.assert(
      fc.property(scale, cents(ANY, 5_000_000), cents(ANY, 5_000_000), (value, before, base) => {
        const { amount, slices } = scaleOn(value, before, base);
        expect(sum(slices.map((slice) => slice.amount))).toBe(amount);
        expect(sum(slices.map((slice) => slice.base))).toBe(base);
      }),
    );
  });
});
