/** Exact decimals for quantities and unit prices: an integer and its scale, never a float. */

import { type Cents, parseScaled, QUANTITY_SCALE, roundDivide, UNIT_PRICE_SCALE } from "./money.ts";

declare const quantity: unique symbol;
declare const unitPrice: unique symbol;

/** A quantity in ten-thousandths (4 decimals, EN 16931 and the French hub). */
export type Quantity = bigint & { readonly [quantity]: true };
/** A unit price in millionths of a euro (6 decimals). */
export type UnitPrice = bigint & { readonly [unitPrice]: true };

/** Reads "1.5" into a quantity; null when it has more than 4 decimals or is not a number. */
export function parseQuantity(text: string): Quantity | null {
  return parseScaled(text, QUANTITY_SCALE) as Quantity | null;
}

/** Reads "33.335" into a unit price; null when it has more than 6 decimals or is not a number. */
export function parseUnitPrice(text: string): UnitPrice | null {
  return parseScaled(text, UNIT_PRICE_SCALE) as UnitPrice | null;
}

/** quantity × unit price, rounded to the cent, halves away from zero. */
export function extend(count: Quantity, price: UnitPrice): Cents {
  return roundDivide(count * price, 10n ** BigInt(QUANTITY_SCALE + UNIT_PRICE_SCALE - 2)) as Cents;
}

/** The unit price of an amount in cents, exact. */
export function unitPriceOfCents(amount: Cents): UnitPrice {
  return (amount * 10_000n) as UnitPrice;
}

/** A scaled integer as a plain decimal without needless zeros: "1.5", "33.335", at least `decimals` decimals kept. */
export function scaledToString(value: bigint, scale: number, decimals = 0): string {
  const sign = value < 0n ? "-" : "";
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, -scale);
  const fraction = digits.slice(-scale).replace(/0+$/, "").padEnd(decimals, "0");
  return fraction === "" ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

export function quantityToString(value: Quantity): string {
  return scaledToString(value, QUANTITY_SCALE);
}

/** A unit price with at least two decimals: "80.00", "33.335". */
export function unitPriceToString(value: UnitPrice): string {
  return scaledToString(value, UNIT_PRICE_SCALE, 2);
}
