/** Geometry of charts. Cents and counts become numbers here only, to be drawn: never to be shown or added. */
import { maximum, minimum } from "#kernel/money.ts";

export type Scale = { readonly low: bigint; readonly high: bigint; readonly ticks: readonly bigint[] };

/** Round steps (1, 2, 2.5, 5 × a power of ten euros) from the lowest to the highest value, zero always included. */
export function niceScale(values: readonly bigint[], wanted = 4): Scale {
  const high = values.reduce(maximum<bigint>, 0n);
  const low = values.reduce(minimum<bigint>, 0n);
  const span = Number(high - low) / 100;
  if (span === 0) return { low: 0n, high: 10_000n, ticks: [0n, 10_000n] };
  const raw = span / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power;
  const cents = BigInt(Math.max(1, Math.round(step * 100)));
  const up = (value: bigint) => (value <= 0n ? -(-value / cents) : (value + cents - 1n) / cents);
  const first = -up(-low);
  const last = up(high);
  const ticks: bigint[] = [];
  for (let index = first; index <= last; index += 1n) ticks.push(index * cents);
  return { low: first * cents, high: last * cents, ticks };
}

/** The vertical place of a value: `top` for the highest tick, `bottom` for the lowest. */
export function project(value: bigint, scale: Scale, top: number, bottom: number): number {
  const share = Number(value - scale.low) / Number(scale.high - scale.low);
  return Number((bottom - share * (bottom - top)).toFixed(2));
}

/**
 * Of how many labels one is written, counted from the last, so that none runs into its neighbour: `band` is the room of one,
 * `letter` the width of a letter, in the same unit.
 */
export function labelStep(labels: readonly string[], band: number, letter: number): number {
  const longest = Math.max(0, ...labels.map(({ length }) => length));
  return Math.max(1, Math.ceil((longest * letter + 1.75 * letter) / band));
}
