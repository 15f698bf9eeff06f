/** What moved between two phases, axis by axis, among the structures heard in both. */

import type { AxisId } from "../consultation/consultation.ts";
import type { AxisFigures, Fraction } from "./figures.ts";
import { heardTwice, rankAxes, type Voice } from "./figures.ts";

export type Moved = {
  readonly axisId: AxisId;
  readonly before: { readonly place: number; readonly mean: Fraction };
  readonly after: { readonly place: number; readonly mean: Fraction };
};

export type Comparison = { readonly structures: number; readonly axes: readonly Moved[] };

export function comparePhases(axes: readonly AxisId[], first: readonly Voice[], second: readonly Voice[]): Comparison {
  const [before, after] = heardTwice(first, second);
  const earlier = new Map(rankAxes(axes, before).map((one) => [one.axisId, one]));
  const moved = rankAxes(axes, after).flatMap((later): Moved[] => {
    const was = earlier.get(later.axisId);
    return was === undefined ? [] : [{ axisId: later.axisId, before: only(was), after: only(later) }];
  });
  return { structures: after.length, axes: moved };
}

const only = ({ place, mean }: AxisFigures) => ({ place, mean });
