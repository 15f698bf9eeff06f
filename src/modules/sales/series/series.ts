/** Legal numbers: gapless series whose numbers fit the public hub (20 characters, no space). */

import { type Day, yearOf } from "#kernel/day.ts";

/** The longest number that the public hub accepts until it lifts its limit (law.md §0.2). */
export const MAX_NUMBER_LENGTH = 20;

/** The key of the series that gives a document its number: it starts again at 1 with each fiscal year. */
export function seriesKey(kind: "invoice" | "quote", year: number, activityCode: string | null): string {
  return activityCode === null ? `${kind}:${year}` : `${kind}:${year}:${activityCode}`;
}

/**
 * Fills a template such as "F{year}-{seq:5}" → "F2026-00042", "{activity}-{year}-{seq:3}" → "ROUX-2026-042".
 * Null when the result is longer than 20 characters or has a character that the hub refuses.
 */
export function formatNumber(
  template: string,
  facts: { readonly year: number; readonly sequence: bigint; readonly activityCode: string },
): string | null {
  const number = template
    .replaceAll("{year}", String(facts.year))
    .replaceAll("{activity}", facts.activityCode)
    .replace(/\{seq(?::(\d))?\}/g, (_, width: string | undefined) =>
      facts.sequence.toString().padStart(Number(width ?? "1"), "0"),
    );
  return /^[A-Za-z0-9+\-_/]{1,20}$/.test(number) ? number : null;
}

/** The year that names a fiscal year: that of its last day. */
export function seriesYear(fiscalYearEnd: Day): number {
  return yearOf(fiscalYearEnd);
}
