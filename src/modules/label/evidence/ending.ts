import { addDays, type Day } from "#kernel/day.ts";

/** How many days before each kind of end people are told, the earliest first. */
export const WARNINGS = { evidence: [60, 30, 7], action: [7, 1], certificate: [180, 90, 30] } as const;
export type EndingKind = keyof typeof WARNINGS;

/** The nearest warning that a day has reached; null when it is still too early, or over. */
export function warningOf(kind: EndingKind, on: Day, today: Day): number | null {
  if (on < today) return null;
  return [...WARNINGS[kind]].reverse().find((days) => addDays(today, days) >= on) ?? null;
}

/** How something that ends stands on a day: soon over once its first warning is reached. */
export function stateOn(kind: EndingKind, validUntil: Day | null, today: Day): "valid" | "soon" | "over" {
  if (validUntil === null) return "valid";
  if (validUntil < today) return "over";
  return warningOf(kind, validUntil, today) === null ? "valid" : "soon";
}
