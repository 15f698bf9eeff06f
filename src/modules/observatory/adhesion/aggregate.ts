/** What a document adds to the sums of its circles: one line for each cell, total first (category ""). */
import { POOLED } from "../indicator/indicator.ts";
import { knownFigure, type Observation } from "../observation/observation.ts";

export type Line = {
  readonly indicator: string;
  readonly category: string;
  readonly value: bigint;
  readonly weight: bigint;
};

/** A cell of a circle, and how many structures answered it. */
export type Sum = Line & { readonly circle: string; readonly answers: number };

export const sumName = ({ circle, indicator, category }: Pick<Sum, "circle" | "indicator" | "category">): string =>
  `${circle} ${indicator} ${category}`;

/** Adds a document to the sums of its circles, by name, or takes it away. */
export function addTo(
  sums: Map<string, Sum>,
  { circles, lines }: { readonly circles: readonly string[]; readonly lines: readonly Line[] },
  sign: 1 | -1 = 1,
): void {
  for (const circle of circles) {
    for (const line of lines) {
      const name = sumName({ ...line, circle });
      const { answers, value, weight } = sums.get(name) ?? { answers: 0, value: 0n, weight: 0n };
      const [more, heavier] = [value + BigInt(sign) * line.value, weight + BigInt(sign) * line.weight];
      sums.set(name, { ...line, circle, answers: answers + sign, value: more, weight: heavier });
    }
  }
}

export function linesOf({ figures }: Pick<Observation, "figures">): readonly Line[] {
  return figures.flatMap(({ key, version, figure }) => {
    const indicator = knownFigure(key, version);
    if (indicator === null || figure.state !== "sent") return [];
    const { total, cells } = figure;
    const names = indicator.categories.length === 0 ? [] : [...indicator.categories, POOLED];
    const of = (category: string) => cells.find((cell) => cell.category === category);
    return [
      { indicator: key, category: "", value: total.value, weight: total.weight },
      // A category of nobody was answered too.
      ...names.map((category) => ({
        indicator: key,
        category,
        value: of(category)?.value ?? 0n,
        weight: of(category)?.weight ?? 0n,
      })),
    ];
  });
}
