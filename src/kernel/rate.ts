/** Rates in parts per ten thousand: 20 % is 2000, 5.5 % is 550. */

declare const rate: unique symbol;

/** An integer number of parts per ten thousand. */
export type Rate = number & { readonly [rate]: true };

/** Brands parts per ten thousand. Throws on a non-integer (a defect). */
export function toRate(partsPerTenThousand: number): Rate {
  if (!Number.isInteger(partsPerTenThousand)) throw new RangeError(`not a rate: ${partsPerTenThousand}`);
  return partsPerTenThousand as Rate;
}

/** Reads a percentage written with comma or dot ("5,5", "10.25 %"). Null when it is not one with at most two decimals. */
export function parsePercent(text: string): Rate | null {
  const match = /^(-?)(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim());
  if (!match) return null;
  const value = Number(match[2]) * 100 + Number((match[3] ?? "").padEnd(2, "0"));
  return (match[1] === "-" ? -value : value) as Rate;
}

/** "20.00", "5.50": the form of XML and JSON. */
export function rateToPercentString(value: Rate): string {
  const sign = value < 0 ? "-" : "";
  const digits = Math.abs(value).toString().padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
