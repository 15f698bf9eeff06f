/** Geometry of charts. Amounts become numbers here only, to be drawn: never to be shown or added. */
import { type Cents, maximum, minimum, toCents, ZERO } from "#kernel/money.ts";

export type Scale = { readonly low: Cents; readonly high: Cents; readonly ticks: readonly Cents[] };

/** Round steps (1, 2, 2.5, 5 × a power of ten euros) from the lowest to the highest value, zero always included. */
export function niceScale(values: readonly Cents[], wanted = 4): Scale {
  const high = values.reduce(maximum, ZERO);
  const low = values.reduce(minimum, ZERO);
  const span = Number(high - low) / 100;
  if (span === 0) return { low: toCents(0), high: toCents(10_000), ticks: [toCents(0), toCents(10_000)] };
  const raw = span / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power;
  const cents = BigInt(Math.max(1, Math.round(step * 100)));
  const up = (value: bigint) => (value <= 0n ? -(-value / cents) : (value + cents - 1n) / cents);
  const first = -up(-low);
  const last = up(high);
  const ticks: Cents[] = [];
  for (let index = first; index <= last; index += 1n) ticks.push(toCents(index * cents));
  return { low: toCents(first * cents), high: toCents(last * cents), ticks };
}

/** The vertical place of an amount: `top` for the highest tick, `bottom` for the lowest. */
export function project(value: Cents, scale: Scale, top: number, bottom: number): number {
  const share = Number(value - scale.low) / Number(scale.high - scale.low);
  return Number((bottom - share * (bottom - top)).toFixed(2));
}
