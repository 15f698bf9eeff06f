/**
 * Two editions of one year can be subtracted. What a cooperative changed between them must not be a handful of persons: a
 * document that changes a group by fewer than five waits, and the one that was published stands in for it.
 */
import { addTo, type Line, type Sum, sumName } from "../adhesion/aggregate.ts";
import { indicatorOf } from "../indicator/indicators.ts";
import { isSmall } from "../observation/protect.ts";

export type Said = {
  readonly id: string;
  readonly structureId: string;
  readonly circles: readonly string[];
  readonly lines: readonly Line[];
};

/** Whether a group differs by one to four members from what was said of it, whichever way. */
export function isLittleBeside({ indicator, weight }: Line, before: bigint | undefined): boolean {
  if (before === undefined || indicatorOf(indicator)?.group === null) return false;
  const change = weight - before;
  return isSmall(change < 0n ? -change : change);
}

const nameOf = ({ indicator, category }: Line) => `${indicator} ${category}`;

/** Whether one of the groups of a document differs so. */
function changesLittle(before: readonly Line[], after: readonly Line[]): boolean {
  const known = new Map(before.map((line) => [nameOf(line), line.weight]));
  return after.some((line) => isLittleBeside(line, known.get(nameOf(line))));
}

/** The documents that an edition adds up, and those that wait. `published`: of earlier editions, the latest first. */
export function standIns<T extends Said>(standing: readonly T[], published: readonly T[]) {
  const used: T[] = [];
  const held: { readonly waits: T; readonly instead: T }[] = [];
  for (const one of standing) {
    const earlier = published.filter(({ structureId }) => structureId === one.structureId);
    const [last] = earlier;
    if (last === undefined || !earlier.some(({ lines }) => changesLittle(lines, one.lines))) used.push(one);
    else {
      used.push(last);
      held.push({ waits: one, instead: last });
    }
  }
  return { used, held };
}

/** The sums that stand, with what was published in the place of what waits. */
export function restated(sums: readonly Sum[], held: ReturnType<typeof standIns>["held"]): readonly Sum[] {
  const all = new Map(sums.map((sum) => [sumName(sum), sum]));
  for (const { waits, instead } of held) {
    addTo(all, waits, -1);
    addTo(all, instead);
  }
  return [...all.values()].filter(({ answers }) => answers > 0);
}
