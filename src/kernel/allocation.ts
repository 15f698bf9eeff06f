import { type Cents, toCents } from "./money.ts";

/**
 * Splits an amount over weights by largest remainder: the parts add up to the amount to the cent,
 * and each part differs from its exact share by less than one cent.
 * Equal remainders are served in the order given. All-zero weights give everything to the first part.
 * Refuses (throws) negative weights and an amount to split over nothing: both are defects.
 */
export function allocate(amount: Cents, weights: readonly bigint[]): Cents[] {
  if (weights.length === 0) {
    if (amount !== 0n) throw new RangeError("nothing to allocate to");
    return [];
  }
  if (weights.some((weight) => weight < 0n)) throw new RangeError("negative weight");
  const total = weights.reduce((a, b) => a + b, 0n);
  if (total === 0n) return weights.map((_, index) => (index === 0 ? amount : toCents(0)));
  const negative = amount < 0n;
  const magnitude = negative ? -amount : amount;
  const parts = weights.map((weight, index) => ({
    index,
    share: (magnitude * weight) / total,
    remainder: (magnitude * weight) % total,
  }));
  let left = magnitude - parts.reduce((a, part) => a + part.share, 0n);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
  );
  for (const part of byRemainder) {
    if (left === 0n) break;
    part.share += 1n;
    left -= 1n;
  }
  return parts.map((part) => toCents(negative ? -part.share : part.share));
}

/**
 * Rounds exact fractions numerators[i] / denominator to cents so that they add up to `total`, by largest remainder.
 * Unlike `allocate` the parts may have different signs (lines of a document with a deduction).
 * `total` must lie within one cent a part of the exact sum: otherwise it throws (a defect).
 * Mirrored: opposite numerators and total give opposite parts.
 */
export function roundTogether(numerators: readonly bigint[], denominator: bigint, total: Cents): Cents[] {
  if (denominator <= 0n) throw new RangeError("denominator must be positive");
  if (total < 0n) {
    return roundTogether(
      numerators.map((value) => -value),
      denominator,
      toCents(-total),
    ).map((part) => toCents(-part));
  }
  const parts = numerators.map((numerator, index) => {
    const truncated = numerator / denominator;
    const floor = numerator % denominator < 0n ? truncated - 1n : truncated;
    return { index, floor, remainder: numerator - floor * denominator };
  });
  let left = total - parts.reduce((a, part) => a + part.floor, 0n);
  if (left < 0n || left > BigInt(parts.length)) throw new RangeError("total too far from the sum of the parts");
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
  );
  for (const part of byRemainder) {
    if (left === 0n) break;
    part.floor += 1n;
    left -= 1n;
  }
  return parts.map((part) => toCents(part.floor));
}
