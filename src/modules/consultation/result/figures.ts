/**
 * What answers say together. Everything stays a whole number or a fraction of two of them: nothing is rounded before it is
 * shown. Of k axes, the place r of an answer is worth k - r points (Borda): k - 1 for the first, none for the last.
 */
import type { StructureId } from "#modules/network/index.ts";
import type { Channel } from "../answer/answer.ts";
import type { AxisId } from "../consultation/consultation.ts";

export type Fraction = { readonly over: number; readonly under: number };

/** A structure that is asked, as the ground of every share. */
export type Asked = {
  readonly structureId: StructureId;
  readonly name: string;
  readonly networks: readonly string[];
  /** "" when its department is not known. */
  readonly region: string;
};

export type Voice = {
  readonly structureId: StructureId;
  readonly channel: Channel;
  readonly ranks: ReadonlyMap<AxisId, number>;
};

export type AxisFigures = {
  readonly axisId: AxisId;
  readonly points: number;
  readonly mean: Fraction;
  readonly firsts: Fraction;
  /** 1 for the most points; those who have as many share a place. */
  readonly place: number;
  readonly tied: boolean;
};

/** Axes in their order of points; axes of as many points in the order they were asked. Empty without an answer. */
export function rankAxes(axes: readonly AxisId[], voices: readonly Pick<Voice, "ranks">[]): AxisFigures[] {
  if (voices.length === 0) return [];
  const counted = axes.map((axisId) => {
    const ranks = voices.map(({ ranks: given }) => given.get(axisId) ?? axes.length);
    const sum = ranks.reduce((total, rank) => total + rank, 0);
    return {
      axisId,
      points: axes.length * voices.length - sum,
      mean: { over: sum, under: voices.length },
      firsts: { over: ranks.filter((rank) => rank === 1).length, under: voices.length },
    };
  });
  return counted
    .map((axis) => ({
      ...axis,
      place: 1 + counted.filter(({ points }) => points > axis.points).length,
      tied: counted.some(({ axisId, points }) => axisId !== axis.axisId && points === axis.points),
    }))
    .sort((a, b) => a.place - b.place);
}

/** How many answered of how many were asked. */
export const coverageOf = (answered: number, asked: number): Fraction => ({ over: answered, under: asked });

/** A share in tenths of a percent, halves up: 68 of 150 is 453, said « 45,3 % ». Null of nobody. */
export function tenthsOf({ over, under }: Fraction): number | null {
  return under === 0 ? null : Math.floor((2000 * over + under) / (2 * under));
}

/** A fraction in lowest terms: 14/8 is 7/4. */
export function reduced({ over, under }: Fraction): Fraction {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const by = divisor(over, under) || 1;
  return { over: over / by, under: under / by };
}

export type Group = {
  readonly key: string;
  readonly coverage: Fraction;
  readonly figures: readonly AxisFigures[];
};

/** One line for each value; a structure of two networks counts in both, so lines do not add up to the whole. */
export function breakdown(
  axes: readonly AxisId[],
  asked: readonly Asked[],
  voices: readonly Voice[],
  keysOf: (structure: Asked) => readonly string[],
): Group[] {
  const keys = [...new Set(asked.flatMap(keysOf))].sort((a, b) =>
    a === "" ? 1 : b === "" ? -1 : a.localeCompare(b, "fr"),
  );
  return keys.map((key) => {
    const within = new Set(asked.filter((one) => keysOf(one).includes(key)).map(({ structureId }) => structureId));
    const heard = voices.filter(({ structureId }) => within.has(structureId));
    return { key, coverage: coverageOf(heard.length, within.size), figures: rankAxes(axes, heard) };
  });
}

/** The same by channel: shares are of the answers, since nobody is asked by a channel. */
export function byChannel(axes: readonly AxisId[], voices: readonly Voice[], channels: readonly Channel[]): Group[] {
  return channels.map((channel) => {
    const heard = voices.filter((voice) => voice.channel === channel);
    return { key: channel, coverage: coverageOf(heard.length, voices.length), figures: rankAxes(axes, heard) };
  });
}

/** Two phases heard from the same structures: what moved, apart from who came or left. */
export function heardTwice(first: readonly Voice[], second: readonly Voice[]): [Voice[], Voice[]] {
  const among = (voices: readonly Voice[]) => new Set(voices.map(({ structureId }) => structureId));
  const [before, after] = [among(first), among(second)];
  return [
    first.filter(({ structureId }) => after.has(structureId)),
    second.filter(({ structureId }) => before.has(structureId)),
  ];
}
