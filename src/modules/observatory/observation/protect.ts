/**
 * What may leave of a figure. A group is told when it is empty or has five members at least, and so is whatever a
 * subtraction gives: a total less what is told of it, a group less a group within it. Sums of such figures keep that
 * property, whatever they add and whatever filter chose them: see the decision note on suppression.
 */
import { type Indicator, POOLED, SMALLEST_GROUP } from "../indicator/indicator.ts";

export type Cell = { readonly category: string; readonly value: bigint; readonly weight: bigint };

/** As the books say it. */
export type RawFigure = { readonly total: Cell; readonly cells: readonly Cell[] };

export type Figure =
  | { readonly state: "sent"; readonly total: Cell; readonly cells: readonly Cell[] }
  | { readonly state: "tooFew" | "withheld" };

export const isSmall = (weight: bigint): boolean => weight > 0n && weight < SMALLEST_GROUP;

/** Lines of a query as a figure: categories that are not the indicator's own are not spread. */
export function rawFigure(indicator: Indicator, lines: readonly Cell[]): RawFigure {
  const none = { category: "", value: 0n, weight: 0n };
  return {
    total: lines.find(({ category }) => category === "") ?? none,
    cells: indicator.categories.flatMap((name) => lines.filter(({ category }) => category === name)),
  };
}

/**
 * Pools what is too small to be told, with those of whom nothing is known. When the pool itself would tell a small group by
 * subtraction, the next smallest category joins it.
 */
export function pool({ total, cells }: RawFigure): readonly Cell[] {
  const told = cells.filter(({ weight }) => weight > 0n).sort((a, b) => (a.weight < b.weight ? -1 : 1));
  const small = told.filter(({ weight }) => isSmall(weight));
  const kept = told.slice(small.length);
  const rest = () => total.weight - kept.reduce((sum, { weight }) => sum + weight, 0n);
  while (small.length > 0 && isSmall(rest()) && kept.length > 0) kept.shift();
  const pooled = total.value - kept.reduce((sum, { value }) => sum + value, 0n);
  const names = new Set(kept.map(({ category }) => category));
  const shown = cells.filter(({ category }) => names.has(category));
  return rest() === 0n ? shown : [...shown, { category: POOLED, value: pooled, weight: rest() }];
}

/** What a cooperative may send of its figures, in their order: each one looks at those that are told before it. */
export function protect(
  indicators: readonly Indicator[],
  raw: ReadonlyMap<string, RawFigure>,
  withheld: ReadonlySet<string>,
): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>();
  /** Totals that are told, by base. */
  const bases = new Map<string, bigint>();
  const apart = (whole: string, part: string): bigint | null => {
    const [larger, smaller] = [bases.get(whole), bases.get(part)];
    return larger === undefined || smaller === undefined ? null : larger - smaller;
  };
  for (const indicator of indicators) {
    const figure = raw.get(indicator.key);
    if (figure === undefined) continue;
    if (withheld.has(indicator.key)) {
      figures.set(indicator.key, { state: "withheld" });
      continue;
    }
    if (indicator.group === null) {
      figures.set(indicator.key, { state: "sent", total: figure.total, cells: [] });
      continue;
    }
    const had = bases.get(indicator.base);
    bases.set(indicator.base, figure.total.weight);
    const pairs = NESTED.map(([whole, part]) => apart(whole, part));
    if (isSmall(figure.total.weight) || pairs.some((rest) => rest !== null && isSmall(rest))) {
      if (had === undefined) bases.delete(indicator.base);
      figures.set(indicator.key, { state: "tooFew" });
      continue;
    }
    figures.set(indicator.key, {
      state: "sent",
      total: figure.total,
      cells: indicator.categories.length === 0 ? [] : pool(figure),
    });
  }
  return figures;
}

/** Groups that hold one another, larger first. */
export const NESTED: readonly (readonly [whole: string, part: string])[] = [
  ["accompanied", "present"],
  ["accompanied", "entries"],
  ["accompanied", "exits"],
];
