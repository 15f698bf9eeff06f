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
  return fitsTheHub(number) ? number : null;
}

/** At most 20 characters of the alphabet that the public hub accepts (BR-FR-01/02). */
export function fitsTheHub(number: string): boolean {
  return /^[A-Za-z0-9+\-_/]{1,20}$/.test(number);
}

/** The year that names a fiscal year: that of its last day. */
export function seriesYear(fiscalYearEnd: Day): number {
  return yearOf(fiscalYearEnd);
}

/** A template cut at its sequence: what stands before, the digits at least, what stands after. Null without one sequence. */
export function numberParts(
  template: string,
  facts: { readonly year: number; readonly activityCode: string },
): { readonly prefix: string; readonly width: number; readonly suffix: string } | null {
  const filled = template.replaceAll("{year}", String(facts.year)).replaceAll("{activity}", facts.activityCode);
  const parts = /^([^{}]*)\{seq(?::(\d))?\}([^{}]*)$/.exec(filled);
  return parts ? { prefix: parts[1] ?? "", width: Number(parts[2] ?? "1"), suffix: parts[3] ?? "" } : null;
}
