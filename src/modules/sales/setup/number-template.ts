/** The template of legal numbers, checked when a cooperative chooses it: what it gives must be unique and short enough. */

import { formatNumber, MAX_NUMBER_LENGTH } from "../series/series.ts";
import type { SetupRefusalCode } from "./setup.fr.ts";

/** Numbers may go beyond the digits asked: room is kept for this many documents a year. */
const ROOM = 99_999n;

/** The number that a template gives, for an example or a check; null when it does not fit. */
export function exampleNumber(template: string, year: number, activityCode: string, sequence = 1n): string | null {
  return formatNumber(template, { year, sequence, activityCode });
}

/**
 * Why a template cannot be used, or null. It names the year (a series begins again each year), holds the sequence once,
 * names the activity when each one has its own series, and stays within 20 characters for the longest code.
 */
export function templateProblem(
  template: string,
  scope: "cooperative" | "activity",
  longestCode: string,
): SetupRefusalCode | null {
  if ((template.match(/\{seq(?::\d)?\}/g) ?? []).length !== 1) return "salesSetup.templateSequence";
  if (!template.includes("{year}")) return "salesSetup.templateYear";
  if (scope === "activity" && !template.includes("{activity}")) return "salesSetup.templateActivity";
  const rest = template.replaceAll(/\{(?:year|activity|seq(?::\d)?)\}/g, "");
  if (/[^A-Za-z0-9+\-_/]/.test(rest)) return "salesSetup.templateCharacters";
  const longest = exampleNumber(template, 2026, longestCode, ROOM);
  return longest === null || longest.length > MAX_NUMBER_LENGTH ? "salesSetup.templateLong" : null;
}
