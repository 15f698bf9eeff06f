/** The hourly minimum wage (SMIC, C. trav. L3231-2), in cents, from each day on. Décrets: the values below; add the next ones. */
import type { Day } from "#kernel/day.ts";

const HOURLY: readonly { readonly from: string; readonly cents: bigint }[] = [
  { from: "2026-06-01", cents: 1231n },
  { from: "2026-01-01", cents: 1202n },
  { from: "2024-11-01", cents: 1188n },
];

/**
 * True when a monthly fixed part (cents) is under the SMIC of the hours of the contract (hundredths of an hour a week, paid
 * fifty-two weeks out of twelve months). Null for a day before the values known here.
 */
export function belowSmic(fixedPart: bigint, weeklyHours: bigint, on: Day): boolean | null {
  const smic = HOURLY.find(({ from }) => from <= on);
  return smic === undefined ? null : fixedPart * 12n * 100n < smic.cents * weeklyHours * 52n;
}
