/** The lines of the treasury as an accountant types them, and back. */
import { isRefusal, refuse } from "#kernel/refusal.ts";
import { parsePrefixes, precision, prefixesText, type TreasuryRefusal } from "../reading/account-prefixes.ts";
import {
  checkTreasurySetting,
  type LineKey,
  type Section,
  type TreasuryLineSetting,
  type TreasurySetting,
} from "../reading/treasury-setting.ts";
import { en } from "../treasury.en.ts";
import { fr } from "../treasury.fr.ts";

/** What stands in one row; a row without accounts is not a line. An own line has the key "" until it is saved. */
export type LineTexts = {
  readonly key: string;
  readonly label: string;
  readonly section: Section;
  readonly accounts: string;
};

const isKnown = (key: string): key is LineKey => Object.hasOwn(fr.lines, key);

/** The rows of a setting; a known line shows its usual word until somebody gives another. */
export function lineTexts(setting: TreasurySetting, names: Readonly<Record<string, string>>): LineTexts[] {
  return setting.lines.map(({ key, label, section, accounts }) => ({
    key,
    label: label ?? names[key] ?? key,
    section,
    accounts: prefixesText(accounts),
  }));
}

/**
 * Reads the rows. Refuses accounts that are not beginnings of balance sheet accounts, an account in two lines, a line
 * without a name or with another's, and a reference treasury without the bank accounts.
 */
export function readLines(rows: readonly LineTexts[]): TreasurySetting | TreasuryRefusal {
  const lines: TreasuryLineSetting[] = [];
  // Faults are said beside the row they stand in, and rows without accounts leave gaps.
  const rowOf: number[] = [];
  const labels = new Map<string, number>();
  for (const [row, typed] of rows.entries()) {
    const field = `lines.${row}`;
    const label = typed.label.trim();
    if (typed.accounts.trim() === "") {
      if (typed.key === "" && label !== "")
        return refuse("invalid", "treasury.accountsMissing", {}, `${field}.accounts`);
      continue;
    }
    const accounts = parsePrefixes(typed.accounts);
    if (isRefusal(accounts)) return { ...accounts, field: `${field}.accounts` };
    const known = isKnown(typed.key);
    const usual =
      known && (label === "" || label === fr.lines[typed.key as LineKey] || label === en.lines[typed.key as LineKey]);
    if (!known && label === "") return refuse("invalid", "treasury.labelMissing", {}, `${field}.label`);
    const folded = (usual ? typed.key : label).toLocaleLowerCase("fr");
    const other = labels.get(folded);
    if (other !== undefined)
      return refuse("invalid", "treasury.labelTwice", { line: String(other + 1) }, `${field}.label`);
    labels.set(folded, row);
    const key = known || /^own-\d{1,3}$/.test(typed.key) ? typed.key : nextKey(rows, lines);
    lines.push({ key, label: usual ? null : label, section: typed.section, accounts });
    rowOf.push(row);
  }
  if (lines.length === 0) return refuse("invalid", "treasury.linesMissing", {}, "lines.0.accounts");
  const [fault] = checkTreasurySetting({ lines });
  if (fault) return atRow(fault, rowOf);
  const cash = lines.some((line) => line.section === "reference" && precision(line.accounts, "512") > 0);
  return cash ? { lines } : refuse("invalid", "treasury.cashMissing", {}, `lines.${rowOf[0] ?? 0}.accounts`);
}

function nextKey(rows: readonly LineTexts[], lines: readonly TreasuryLineSetting[]): string {
  const taken = new Set([...rows, ...lines].map((line) => line.key));
  let number = 1;
  while (taken.has(`own-${number}`)) number += 1;
  return `own-${number}`;
}

/** The check speaks of lines; the person sees rows. */
function atRow(fault: TreasuryRefusal, rowOf: readonly number[]): TreasuryRefusal {
  const rowNumber = (line: number) => (rowOf[line] ?? line) + 1;
  const field = fault.field?.replace(/\d+/, (line) => String(rowNumber(Number(line)) - 1));
  const { line } = fault.facts;
  const facts = line === undefined ? fault.facts : { ...fault.facts, line: String(rowNumber(Number(line) - 1)) };
  return { ...fault, ...(field === undefined ? {} : { field }), facts };
}
