/** Les mesures d’une coopérative, à partir de ce qu’elle a envoyé. */
import { describe, expect, it } from "vitest";
import { linesOf } from "../adhesion/aggregate.ts";
import { INDICATORS } from "../indicator/indicators.ts";
import { type Cell, protect, type RawFigure } from "../observation/protect.ts";
import { MEASURES, type Measure, measured } from "./measure.ts";

const measureOf = (key: string) => MEASURES.find((one) => one.key === key) as Measure;

/** The persons present, spread by sex; the rest is not noted. */
function share(present: number, woman: number, notWoman: number): bigint | null {
  const cell = (category: string, count: number): Cell => ({ category, value: BigInt(count), weight: BigInt(count) });
  const cells = [cell("woman", woman), cell("notWoman", notWoman)].filter(({ weight }) => weight > 0n);
  const raw = new Map<string, RawFigure>([["women", { total: cell("", present), cells }]]);
  const figures = [...protect(INDICATORS, raw, new Set())].map(([key, figure]) => ({ key, version: 1, figure }));
  return measured(measureOf("women"), linesOf({ figures }));
}

describe("La part des femmes d’une coopérative", () => {
  it("se calcule sans les personnes dont le sexe n’est pas noté", () => {
    expect(share(16, 7, 8)).toBe(467n);
    expect(share(20, 5, 15)).toBe(250n);
    expect(share(9, 9, 0)).toBe(1000n);
  });

  it("ne se calcule pas quand deux hommes sont parmi les non répartis : elle serait de cent pour cent", () => {
    expect(share(12, 7, 2)).toBeNull();
    expect(share(8, 3, 3)).toBeNull();
    expect(share(0, 0, 0)).toBeNull();
  });
});
