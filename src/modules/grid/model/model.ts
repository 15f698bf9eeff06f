import type { Id } from "#kernel/id.ts";
import type { Transitions } from "#kernel/transition.ts";

export type ModelId = Id<"gridModel">;
export type ModelStatus = "draft" | "published";
export const modelTransitions: Transitions<ModelStatus, "publish"> = { draft: { publish: "published" }, published: {} };

/** What is rated: within a main objective, itself within a general one. */
export type Indicator = {
  readonly code: string;
  readonly general: string;
  readonly main: string;
  readonly wording: string;
  /** What each level looks like, from 0 up. */
  readonly levels: readonly string[];
};

export type Model = {
  readonly id: ModelId;
  readonly name: string;
  readonly number: number;
  readonly example: boolean;
  readonly status: ModelStatus;
};

export const MOST_INDICATORS = 200;
export const LEAST_LEVELS = 2;
export const MOST_LEVELS = 7;
export type LineReason = "code" | "codeTwice" | "objective" | "wording" | "levels" | "tooLong" | "tooMany";
export type RefusedLine = { readonly line: number; readonly reason: LineReason; readonly text: string };

type Objective<I> = { readonly general: string; readonly main: string; readonly indicators: I[] };

/** The main objectives in their order, each with its indicators. */
export function objectivesIn<I extends Indicator>(indicators: readonly I[]): Objective<I>[] {
  const found: Objective<I>[] = [];
  for (const one of indicators) {
    const known = found.find(({ general, main }) => general === one.general && main === one.main);
    if (known) known.indicators.push(one);
    else found.push({ general: one.general, main: one.main, indicators: [one] });
  }
  return found;
}

/** How many objectives of each kind and indicators: 3, 9, 36. */
export function shapeOf(indicators: readonly Indicator[]): readonly [number, number, number] {
  return [new Set(indicators.map(({ general }) => general)).size, objectivesIn(indicators).length, indicators.length];
}
