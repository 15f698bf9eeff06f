import fc from "fast-check";
import { expect, test } from "vitest";
import { toCents } from "#kernel/money.ts";
import { labelStep, niceScale, project } from "./chart-scale.ts";

const euros = (...values: number[]) => values.map((value) => toCents(value * 100));

test("des pas ronds, zéro toujours présent", () => {
  expect(niceScale(euros(2400, 3640)).ticks).toEqual(euros(0, 1000, 2000, 3000, 4000));
  expect(niceScale(euros(-820, 3482)).ticks).toEqual(euros(-2000, 0, 2000, 4000));
  expect(niceScale(euros(-300, -80)).ticks).toEqual(euros(-300, -200, -100, 0));
  expect(niceScale([]).ticks).toEqual(euros(0, 100));
  expect(niceScale(euros(0, 0)).ticks).toEqual(euros(0, 100));
});

test("l'échelle contient toujours zéro et chaque valeur, en peu de pas réguliers", () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }).map(toCents), { maxLength: 24 }),
      (values) => {
        const { low, high, ticks } = niceScale(values);
        expect(low <= 0n && high >= 0n && low < high).toBe(true);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(ticks).toContain(0n);
        expect([ticks[0], ticks.at(-1)]).toEqual([low, high]);
        const steps = new Set(ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? 0n)));
        expect(steps.size).toBe(1);
        for (const value of values) {
          const place = project(value, { low, high, ticks }, 10, 200);
          expect(place).toBeGreaterThanOrEqual(10);
          expect(place).toBeLessThanOrEqual(200);
        }
      },
    ),
  );
});

test("trois années s’écrivent toutes sur un téléphone ; douze mois, un sur deux puis un sur trois", () => {
  const room = (labels: number) => 656 / labels;
  const years = ["2023", "2024", "2025"];
  const months = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
  expect([12, 17].map((letter) => labelStep(years, room(3), letter))).toEqual([1, 1]);
  expect([12, 17].map((letter) => labelStep(months, room(12), letter))).toEqual([2, 3]);
  expect(labelStep([], 10, 12)).toBeGreaterThan(0);
});
