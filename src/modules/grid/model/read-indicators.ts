import { type NoRecords, readRecords } from "#platform/files/record-text.ts";
import {
  type Indicator,
  LEAST_LEVELS,
  type LineReason,
  MOST_INDICATORS,
  MOST_LEVELS,
  type RefusedLine,
} from "./model.ts";

const MOST_TEXT = 400_000;
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  code: ["numéro", "n°"],
  general: ["objectif général", "general objective"],
  main: ["objectif principal", "main objective"],
  wording: ["indicateur", "libellé", "indicator"],
  ...Object.fromEntries(
    Array.from({ length: MOST_LEVELS }, (_, rank) => [`level${rank}`, [`niveau ${rank}`, `level ${rank}`]]),
  ),
};

export type ReadIndicators = { readonly indicators: readonly Indicator[]; readonly refused: readonly RefusedLine[] };

/** The indicators of a text, and each line that is left out with its reason; or why it is no list at all. */
export function readIndicators(text: string): ReadIndicators | NoRecords | "tooLarge" {
  if (text.length > MOST_TEXT) return "tooLarge";
  const records = readRecords(text, COLUMNS, ["code", "general", "main", "wording", "level0", "level1"]);
  if (typeof records === "string") return records;
  const indicators: Indicator[] = [];
  const refused: RefusedLine[] = [];
  for (const { line, fields } of records) {
    const { code = "", general = "", main = "", wording = "" } = fields;
    const said = Array.from({ length: MOST_LEVELS }, (_, rank) => fields[`level${rank}`] ?? "");
    const levels = said.slice(0, said.findLastIndex((level) => level !== "") + 1);
    const one = { code, general, main, wording, levels };
    const reason = reasonOf(one, indicators);
    if (reason === null) indicators.push(one);
    else refused.push({ line, reason, text: [code, general, main, wording].join(" ; ").slice(0, 200) });
  }
  return { indicators, refused };
}

function reasonOf(one: Indicator, before: readonly Indicator[]): LineReason | null {
  const { code, general, main, wording, levels } = one;
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/.test(code)) return "code";
  if (before.some((other) => other.code.toLowerCase() === code.toLowerCase())) return "codeTwice";
  if (general === "" || main === "") return "objective";
  if (wording === "") return "wording";
  // One scale for the whole grid, each level described.
  const expected = before[0]?.levels.length ?? levels.length;
  if (levels.length < LEAST_LEVELS || levels.includes("") || levels.length !== expected) return "levels";
  if (general.length > 120 || main.length > 160 || wording.length > 300) return "tooLong";
  return before.length >= MOST_INDICATORS ? "tooMany" : null;
}
