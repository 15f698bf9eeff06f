/** Exact shares of a whole: votes are weighed without a floating number. Pure. */

/** numerator ÷ denominator, the denominator positive. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

export function fraction(numerator: bigint | number, denominator: bigint | number): Fraction {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d <= 0n) throw new RangeError("the denominator of a share is positive");
  const divisor = greatestDivisor(n < 0n ? -n : n, d);
  return { numerator: n / divisor, denominator: d / divisor };
}

const greatestDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestDivisor(b, a % b));

export const NOTHING = fraction(0, 1);

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const times = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);

export const over = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);

/** Negative, zero or positive, as a is below, equal to or above b. */
export function compare(a: Fraction, b: Fraction): number {
  const gap = a.numerator * b.denominator - b.numerator * a.denominator;
  return gap < 0n ? -1 : gap > 0n ? 1 : 0;
}

/** "2/3". */
export function readFraction(text: string): Fraction {
  const match = /^(\d{1,3})\/(\d{1,3})$/.exec(text);
  if (!match) throw new RangeError(`not a fraction: ${text}`);
  return fraction(BigInt(match[1] ?? "0"), BigInt(match[2] ?? "1"));
}

/** Hundredths of a percent, cut and never rounded up: 49,999 % is not read as 50 %. */
export const inTenThousandths = ({ numerator, denominator }: Fraction): number =>
  Number((numerator * 10_000n) / denominator);
