/** Which circles of an indicator may be published: those that tell three cooperatives at least, alone and combined. */
import { CIRCLE_KINDS, kindOf } from "../adhesion/circle.ts";
import { FEWEST_HOUSES } from "../indicator/indicator.ts";
import { extend, isolates, type Owner, type Row, type Space } from "./row-space.ts";

/** What a structure said of a family. The same words twice are the same answer, whichever document holds them. */
export type Voice = { readonly answer: string; readonly structure: string };

/** An answer to some indicators of a family, and the circles it belongs to. */
export type Answer = Voice & { readonly circles: readonly string[]; readonly indicators: ReadonlySet<string> };

/** What was published before, of the same family and year: the answers that a figure added up. */
export type Told = readonly Voice[];

/** Everybody first, then the circles that tell most. */
export function inOrder(circles: readonly string[], members: ReadonlyMap<string, number>): readonly string[] {
  const rank = (circle: string) => CIRCLE_KINDS.indexOf(kindOf(circle));
  return [...circles].sort(
    (a, b) => rank(a) - rank(b) || (members.get(b) ?? 0) - (members.get(a) ?? 0) || (a < b ? -1 : 1),
  );
}

/**
 * The circles of each indicator that are told. Indicators of a family have the same total: they are looked at together, with
 * all that was told before. A circle that would let something of one or two cooperatives be found, by whatever combination,
 * is left out.
 */
export function publishable(
  indicators: readonly string[],
  answers: readonly Answer[],
  before: readonly Told[],
): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, number>();
  for (const { circles } of answers) for (const circle of circles) members.set(circle, (members.get(circle) ?? 0) + 1);
  const circles = inOrder([...members.keys()], members);
  const candidates = circles.flatMap((circle) =>
    indicators.map((indicator) => ({
      circle,
      indicator,
      voices: answers.filter((one) => one.circles.includes(circle) && one.indicators.has(indicator)),
    })),
  );
  const { columnOf, owners } = columnsOf([...before, ...candidates.map(({ voices }) => voices)]);
  const rowOf = (voices: Told): Row => {
    const row = owners.map(() => 0);
    for (const { answer } of voices) row[columnOf.get(answer) ?? 0] = 1;
    return row;
  };
  let space: Space = [];
  for (const voices of before) space = extend(space, rowOf(voices));
  const told = new Map<string, string[]>(indicators.map((indicator) => [indicator, []]));
  for (const { circle, indicator, voices } of candidates) {
    if (new Set(voices.map(({ structure }) => structure)).size < FEWEST_HOUSES) continue;
    const wider = extend(space, rowOf(voices));
    if (wider !== space && isolates(wider, owners)) continue;
    space = wider;
    told.get(indicator)?.push(circle);
  }
  return told;
}

/** Answers of three structures or more that every figure adds up together are one column, which is nobody's. */
function columnsOf(figures: readonly Told[]): {
  readonly columnOf: ReadonlyMap<string, number>;
  readonly owners: readonly Owner[];
} {
  const among = new Map<string, { readonly structure: string; readonly figures: number[] }>();
  for (const [rank, voices] of figures.entries()) {
    for (const { answer, structure } of voices) {
      const one = among.get(answer) ?? { structure, figures: [] };
      one.figures.push(rank);
      among.set(answer, one);
    }
  }
  const groups = Map.groupBy([...among], ([, one]) => one.figures.join());
  const columnOf = new Map<string, number>();
  const owners: Owner[] = [];
  for (const group of groups.values()) {
    const isNobodys = new Set(group.map(([, { structure }]) => structure)).size >= FEWEST_HOUSES;
    for (const [rank, [answer, { structure }]] of group.entries()) {
      if (!isNobodys || rank === 0) owners.push(isNobodys ? null : structure);
      columnOf.set(answer, owners.length - 1);
    }
  }
  return { columnOf, owners };
}
