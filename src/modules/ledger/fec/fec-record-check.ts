/** The rules that one record can break alone: columns, required fields, dates, amounts, texts. */

import type { Day } from "#kernel/day.ts";
import { onDay } from "#kernel/fact.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import { pcgGroups } from "../account/pcg-2025.ts";
import type { FecColumn } from "./fec-line.ts";
import { type FecLayout, readFecAmount, readFecDay, sidesOf } from "./fec-reader.ts";
import { addFault, type FecReport } from "./fec-report.ts";

/** A record as the other rules need it. What could not be read is null or zero, and a fault says so. */
export type CheckedLine = {
  readonly line: number;
  readonly journal: string;
  readonly journalLabel: string;
  readonly number: string;
  readonly date: Day | null;
  readonly account: string;
  readonly accountLabel: string;
  readonly auxiliary: string;
  readonly auxiliaryLabel: string;
  readonly pieceRef: string;
  readonly pieceDate: Day | null;
  readonly label: string;
  readonly debit: Cents;
  readonly credit: Cents;
  readonly letter: string;
  readonly validOn: Day | null;
  readonly activityCode: string;
  readonly activityLabel: string;
};

/** What the caller knows of the file besides its bytes. */
export type FecContext = {
  /** First and last day of the fiscal year; the first may be unknown. */
  readonly start: Day | null;
  readonly assumedStart: Day | null;
  readonly end: Day | null;
  readonly today: Day | null;
};

const REQUIRED: readonly FecColumn[] = [
  "JournalCode",
  "JournalLib",
  "EcritureNum",
  "EcritureDate",
  "CompteNum",
  "CompteLib",
  "PieceRef",
  "PieceDate",
  "EcritureLib",
  "ValidDate",
];
const TEXTS: readonly FecColumn[] = ["JournalLib", "CompteLib", "CompAuxLib", "PieceRef", "EcritureLib"];
const SUSPECT = /[\p{Cc}"|\t]/u;
/** The same but the tabulation, which separates. */
const SUSPECT_LINE = /["[\p{Cc}--\t]]/v;
const CENTRAL = /centralis/i;

/** Checks one record; null when it has too few columns to be read. */
export function checkRecord(
  text: string,
  line: number,
  layout: FecLayout,
  context: FecContext,
  report: FecReport,
): CheckedLine | null {
  const fields = text.split(layout.separator).map((field) => unquoted(field.trim(), layout.quoted));
  // Columns that the header itself lacks are told once, there.
  const expected = layout.named ? layout.names.length : 18;
  if (fields.length === expected + 1 && fields.at(-1) === "") {
    addFault(report, "trailingSeparator", line);
  } else if (fields.length !== expected) {
    addFault(report, "columns", line, { found: String(fields.length), expected: String(expected) });
    if (fields.length < Math.min(13, expected)) return null;
  }
  const { index } = layout;
  const value = (name: keyof FecLayout["index"]): string => {
    const position = index[name];
    return position < 0 ? "" : (fields[position] ?? "");
  };
  for (const name of REQUIRED) {
    if (index[name] >= 0 && value(name) === "") addFault(report, "required", line, { column: name });
  }
  // The whole line first: almost none has anything suspect.
  const texts = SUSPECT_LINE.test(text) || text.includes(layout.separator === "|" ? "\t" : "|") ? TEXTS : [];
  for (const name of texts) {
    const found = SUSPECT.exec(value(name));
    if (found) addFault(report, "textCharacter", line, { column: name, character: nameOf(found[0]) });
  }
  const account = value("CompteNum");
  if (account !== "" && !(/^[1-8]\d\d/.test(account) && pcgGroups.has(account.slice(0, 2)))) {
    addFault(report, "account", line, { account });
  }
  const auxiliary = value("CompAuxNum");
  const auxiliaryLabel = value("CompAuxLib");
  if ((auxiliary === "") !== (auxiliaryLabel === "")) addFault(report, "auxiliaryHalf", line);
  if (auxiliary !== "" && !/^4[01]/.test(account)) addFault(report, "auxiliaryAccount", line, { account });
  const label = value("EcritureLib");
  if (CENTRAL.test(label)) addFault(report, "centralisation", line);
  const sides = readSides(value("Debit"), value("Credit"), line, layout, report);
  const dates = checkDates(value, line, context, report);
  checkLetter(value("EcritureLet"), value("DateLet"), line, report);
  checkCurrency(value("Montantdevise"), value("Idevise"), line, report);
  return {
    line,
    journal: value("JournalCode"),
    journalLabel: value("JournalLib"),
    number: value("EcritureNum"),
    account,
    accountLabel: value("CompteLib"),
    auxiliary,
    auxiliaryLabel,
    pieceRef: value("PieceRef"),
    label,
    letter: value("EcritureLet"),
    activityCode: value("CodeAnalytique"),
    activityLabel: value("LibAnalytique"),
    ...dates,
    ...sides,
  };
}

function unquoted(field: string, quoted: boolean): string {
  return quoted && field.length > 1 && field.startsWith('"') && field.endsWith('"') ? field.slice(1, -1) : field;
}

function nameOf(character: string): string {
  if (character === "\t") return "tabulation";
  return character < " " ? `U+${character.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}` : character;
}

function readAmount(column: string, text: string, line: number, report: FecReport): Cents {
  const { cents, problem } = readFecAmount(text);
  const facts = { column, value: text };
  if (problem === "dot") addFault(report, "amountDot", line, facts);
  if (problem === "grouping") addFault(report, "amountGrouping", line, facts);
  if (problem === "decimals") addFault(report, "amountDecimals", line, facts);
  else if (cents === null) addFault(report, "amount", line, facts);
  return cents ?? ZERO;
}

function readSides(
  first: string,
  second: string,
  line: number,
  layout: FecLayout,
  report: FecReport,
): { debit: Cents; credit: Cents } {
  let sides: { debit: Cents; credit: Cents } | null;
  if (layout.form === "amount-sense") {
    const amount = readAmount("Montant", first, line, report);
    sides = sidesOf(amount, second);
    if (sides === null) addFault(report, "sense", line, { value: second });
    sides ??= { debit: ZERO, credit: ZERO };
  } else {
    sides = { debit: readAmount("Debit", first, line, report), credit: readAmount("Credit", second, line, report) };
  }
  if (sides.debit !== 0n && sides.credit !== 0n) addFault(report, "amountBoth", line);
  if (sides.debit === 0n && sides.credit === 0n) addFault(report, "amountNone", line);
  return sides;
}

function checkDates(
  value: (name: FecColumn) => string,
  line: number,
  context: FecContext,
  report: FecReport,
): { date: Day | null; pieceDate: Day | null; validOn: Day | null } {
  const day = (name: FecColumn): Day | null => {
    const text = value(name);
    const read = text === "" ? null : readFecDay(text);
    if (text !== "" && read === null) addFault(report, "date", line, { column: name, value: text });
    return read;
  };
  const date = day("EcritureDate");
  const pieceDate = day("PieceDate");
  const validOn = day("ValidDate");
  day("DateLet");
  if (date !== null) {
    if ((context.start !== null && date < context.start) || (context.end !== null && date > context.end)) {
      addFault(report, "dateOutside", line, { value: onDay(date) });
    } else if (context.start === null && context.assumedStart !== null && date < context.assumedStart) {
      addFault(report, "dateEarly", line, { value: onDay(date) });
    }
    if (validOn !== null && validOn < date)
      addFault(report, "validBeforeEntry", line, { valid: onDay(validOn), date: onDay(date) });
  }
  if (validOn !== null && context.today !== null && validOn > context.today) {
    addFault(report, "validInFuture", line, { valid: onDay(validOn) });
  }
  return { date, pieceDate, validOn };
}

function checkLetter(letter: string, letteredOn: string, line: number, report: FecReport): void {
  if (letter !== "" && letteredOn === "") addFault(report, "letterWithoutDate", line, { letter });
  if (letter === "" && letteredOn !== "") addFault(report, "dateWithoutLetter", line);
}

function checkCurrency(amount: string, code: string, line: number, report: FecReport): void {
  const foreign = amount !== "" && !/^0+(,0*)?$/.test(amount);
  if (foreign !== (code !== "") && !(code === "EUR" && !foreign)) addFault(report, "currencyHalf", line);
  if (code !== "" && !/^[A-Z]{3}$/.test(code)) addFault(report, "currency", line, { value: code });
}
