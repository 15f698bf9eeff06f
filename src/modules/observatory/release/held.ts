/**
 * Two editions of one year can be subtracted. What a cooperative changed between them must not be a handful of persons: a
 * document that changes a group by fewer than five waits, and the one that was published stands in for it.
 */
import type { Line, Sum } from "../adhesion/aggregate.ts";
import { indicatorOf } from "../indicator/indicators.ts";
import { isSmall } from "../observation/protect.ts";

export type Said = {
  readonly id: string;
  readonly structureId: string;
  readonly circles: readonly string[];
  readonly lines: readonly Line[];
};

const nameOf = ({ indicator, category }: Pick<Line, "indicator" | "category">) => `${indicator} ${category}`;

/** Whether the same group differs by one to four members, whichever way. */
export function changesLittle(before: readonly Line[], after: readonly Line[]): boolean {
  const known = new Map(before.map((line) => [nameOf(line), line.weight]));
  return after.some((line) => {
    const weight = known.get(nameOf(line));
    if (weight === undefined || indicatorOf(line.indicator)?.group === null) return false;
    const change = line.weight - weight;
    return isSmall(change < 0n ? -change : change);
  });
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
  const all = new Map(sums.map((sum) => [`${sum.circle} ${nameOf(sum)}`, sum]));
  const add = ({ circles, lines }: Said, sign: 1 | -1) => {
    for (const circle of circles) {
      for (const line of lines) {
        const name = `${circle} ${nameOf(line)}`;
        const sum = all.get(name) ?? { ...line, circle, answers: 0, value: 0n, weight: 0n };
        const [value, weight] = [sum.value + BigInt(sign) * line.value, sum.weight + BigInt(sign) * line.weight];
        all.set(name, { ...sum, answers: sum.answers + sign, value, weight });
      }
    }
  };
  for (const { waits, instead } of held) {
    add(waits, -1);
    add(instead, 1);
  }
  return [...all.values()].filter(({ answers }) => answers > 0);
}
