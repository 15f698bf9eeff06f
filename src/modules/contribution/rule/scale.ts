/** The arithmetic of a scale: one rate, whole-base bands, marginal bands. Pure numbers; limits come after. */
import { allocate } from "#kernel/allocation.ts";
import { absolute, applyRate, type Cents, prorate, roundDivide, toCents } from "#kernel/money.ts";
import type { Rate } from "#kernel/rate.ts";
import type { Band, Scale } from "./rule.ts";

/** A part of the base and what it bears. The amounts of the slices of a result add up to its amount. */
export type Slice = { readonly base: Cents; readonly rate: Rate; readonly amount: Cents };

export type Scaled = {
  readonly amount: Cents;
  readonly slices: readonly Slice[];
  /** Whole-base bands only: a base just under this bound would bear more than this base does. */
  readonly threshold: { readonly bound: Cents; readonly amount: Cents } | null;
};

/**
 * What a base bears when `before` was already counted in the same year (zero for a month alone): the bands are chosen
 * by before + base, and only `base` is charged. A negative base mirrors the positive one to the cent, so that a month
 * that cancels another gives back exactly what that one bore.
 * `elapsed` of 12: band bounds are multiplied by elapsed ÷ 12 (yearly bands smoothed over the year).
 */
export function scaleOn(scale: Scale, before: Cents, base: Cents, elapsed = 12): Scaled {
  if (scale.mode === "flat") {
    const amount = applyRate(base, scale.rate);
    return { amount, slices: [{ base, rate: scale.rate, amount }], threshold: null };
  }
  const bands = scale.bands.map(({ below, rate }) => ({
    below: below === null ? null : prorate(below, BigInt(elapsed), 12n),
    rate,
  }));
  return scale.mode === "wholeBands" ? onWholeBands(bands, before, base) : onMarginalBands(bands, before, base);
}

function onWholeBands(bands: readonly Band[], before: Cents, base: Cents): Scaled {
  const position = absolute(toCents(before + base));
  const index = bands.findIndex(({ below }) => below === null || position < below);
  const rate = rateAt(bands, index);
  const amount = applyRate(base, rate);
  return { amount, slices: [{ base, rate, amount }], threshold: thresholdUnder(bands, index, before, base, amount) };
}

function thresholdUnder(bands: readonly Band[], index: number, before: Cents, base: Cents, amount: Cents) {
  const bound = bands[index - 1]?.below ?? null;
  if (bound === null || base <= 0n || before + base < 0n) return null;
  const lower = toCents(bound - 1n - before);
  if (lower <= 0n) return null;
  const under = applyRate(lower, rateAt(bands, index - 1));
  return under > amount ? { bound, amount: under } : null;
}

function onMarginalBands(bands: readonly Band[], before: Cents, base: Cents): Scaled {
  const parts = bands.map(({ rate }, index) => ({
    rate,
    base: toCents(within(bands, index, toCents(before + base)) - within(bands, index, before)),
  }));
  const touched = parts.filter((part) => part.base !== 0n);
  const exact = touched.map((part) => part.base * BigInt(part.rate));
  // Rounded once on the whole, then shared, so that the slices shown add up to the amount due.
  const amount = toCents(
    roundDivide(
      exact.reduce((a, b) => a + b, 0n),
      10_000n,
    ),
  );
  const amounts = allocate(
    amount,
    exact.map((value) => (value < 0n ? -value : value)),
  );
  return {
    amount,
    slices: touched.map((part, index) => ({ ...part, amount: amounts[index] ?? toCents(0) })),
    threshold: null,
  };
}

/** The part of a position that lies in a band; negative positions mirror positive ones. */
function within(bands: readonly Band[], index: number, position: Cents): bigint {
  const magnitude = absolute(position);
  const from = bands[index - 1]?.below ?? 0n;
  const to = bands[index]?.below ?? null;
  const top = to === null || magnitude < to ? magnitude : to;
  const part = top > from ? top - from : 0n;
  return position < 0n ? -part : part;
}

function rateAt(bands: readonly Band[], index: number): Rate {
  const band = bands[index];
  if (band === undefined) throw new RangeError("a scale without an open last band");
  return band.rate;
}
