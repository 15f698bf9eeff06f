/** Amounts of money: integer cents as a branded bigint. `amount * 0.2` does not compile. */

import type { Rate } from "./rate.ts";

declare const cents: unique symbol;

/** Euro cents. Negative for credit. The brand keeps plain bigints and numbers out. */
export type Cents = bigint & { readonly [cents]: true };

/** Ten thousandths of a percent-free unit: scale of quantities (4 decimals). */
export const QUANTITY_SCALE = 4;
/** Scale of unit prices (6 decimals). */
export const UNIT_PRICE_SCALE = 6;

export const ZERO = 0n as Cents;

/** Brands an integer number of cents. Throws on a number that is not a safe integer (a defect, not user input). */
export function toCents(value: bigint | number): Cents {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new RangeError(`not an integer number of cents: ${value}`);
  }
  return BigInt(value) as Cents;
}

/**
 * Rounds numerator / denominator to the nearest integer, halves away from zero
 * (so that a credit note mirrors its invoice to the cent). The only rounding function of the house.
 */
export function roundDivide(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError("division by zero");
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = (2n * n + d) / (2n * d);
  return negative ? -quotient : quotient;
}

/** Sum of amounts; zero for none. */
export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total as Cents;
}

export function add(a: Cents, b: Cents): Cents {
  return (a + b) as Cents;
}

export function subtract(a: Cents, b: Cents): Cents {
  return (a - b) as Cents;
}

export function negate(a: Cents): Cents {
  return -a as Cents;
}

export function minimum<Value extends bigint>(a: Value, b: Value): Value {
  return a < b ? a : b;
}

export function maximum<Value extends bigint>(a: Value, b: Value): Value {
  return a > b ? a : b;
}

export function absolute(a: Cents): Cents {
  return a < 0n ? negate(a) : a;
}

/** amount × rate, rounded to the cent, halves away from zero. */
export function applyRate(amount: Cents, rate: Rate): Cents {
  return roundDivide(amount * BigInt(rate), 10_000n) as Cents;
}

/** amount × numerator ÷ denominator, rounded to the cent. Used for pro rata (VAT on receipts, presence). */
export function prorate(amount: Cents, numerator: bigint, denominator: bigint): Cents {
  return roundDivide(amount * numerator, denominator) as Cents;
}

/** Net amount contained in an amount with tax: round2(TTC × 10000 ÷ (10000 + rate)). */
export function netOfTax(withTax: Cents, rate: Rate): Cents {
  return roundDivide(withTax * 10_000n, 10_000n + BigInt(rate)) as Cents;
}

/** "1234.56" (dot, two decimals, no grouping): the form of XML, JSON and the database. */
export function toDecimalString(amount: Cents): string {
  const sign = amount < 0n ? "-" : "";
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Reads "1234.56", "1234", "-0.5". Returns null for anything else or more than two decimals. */
export function parseDecimal(text: string): Cents | null {
  const scaled = parseScaled(text, 2);
  return scaled === null ? null : (scaled as Cents);
}

/**
 * Reads a decimal with a dot into an integer scaled by 10^scale.
 * Returns null when the text is not a plain decimal or has more decimals than the scale (nothing is rounded silently).
 */
export function parseScaled(text: string, scale: number): bigint | null {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return null;
  const fraction = (match[3] ?? "").replace(/0+$/, "");
  if (fraction.length > scale) return null;
  const value = BigInt((match[2] ?? "0") + fraction.padEnd(scale, "0"));
  return match[1] === "-" ? -value : value;
}
