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
