/**
 * Validates a FEC, ours or another program's, in one pass over its bytes: every rule of law.md §5, each fault with its
 * line. Accepts tab or bar, ASCII, ISO 8859-15 or UTF-8, Debit/Credit or Montant/Sens, extra columns after the eighteen.
 */

import { addDays, addMonths, type Day } from "#kernel/day.ts";
import { inMoney } from "#kernel/fact.ts";
import { toCents } from "#kernel/money.ts";
import { newTextFacts, readLines, type TextFacts } from "./fec-bytes.ts";
import { BookCheck, EntryCheck } from "./fec-entry-check.ts";
import { type FecLayout, lawNames, readFecDay, readLayout } from "./fec-reader.ts";
import { type CheckedLine, checkRecord, type FecContext } from "./fec-record-check.ts";
import { addFault, type FecReport, newReport, severityOf } from "./fec-report.ts";

export type FecOptions = {
  /** Name of the file, checked against SirenFECAAAAMMJJ; its date is the closing when `end` is not given. */
  readonly fileName?: string;
  readonly siren?: string;
  readonly start?: Day;
  readonly end?: Day;
  /** A validation later than this day is a fault. */
  readonly today?: Day;
  /** Called with each readable record, in order: an import reads and validates in one pass. */
  readonly onLine?: (line: CheckedLine) => void;
};

const FILE_NAME = /^(\d{9})FEC(\d{8})(?:\.txt|\.csv)?$/i;

/** Reads everything, keeps faults and totals only: memory does not grow with the number of lines. */
export async function validateFec(chunks: AsyncIterable<Uint8Array>, options: FecOptions = {}): Promise<FecReport> {
  const report = newReport();
  const context = contextOf(options, report);
  const facts = newTextFacts();
  const entries = new EntryCheck();
  const book = new BookCheck();
  let layout: FecLayout | null = null;
  for await (const batch of readLines(chunks, facts)) {
    for (const { line, text } of batch) {
      if (layout === null) {
        layout = readLayout(text);
        checkLayout(layout, report);
        if (layout.named) continue;
      }
      if (text.trim() === "") {
        addFault(report, "emptyLine", line);
        continue;
      }
      report.lines += 1;
      const checked = checkRecord(text, line, layout, context, report);
      if (checked === null) continue;
      entries.add(checked, report);
      book.add(checked, report);
      options.onLine?.(checked);
    }
  }
  tellBytes(facts, report);
  if (facts.other !== null) addFault(report, facts.other, 0);
  else if (report.lines === 0 && !facts.encodings.has("UTF-16")) addFault(report, "emptyFile", 0);
  entries.end(report);
  book.end(report);
  report.faults.sort((a, b) => rank(a) - rank(b) || a.line - b.line);
  return report;
}

function rank(fault: { rule: Parameters<typeof severityOf>[0] }): number {
  return severityOf(fault.rule) === "error" ? 0 : 1;
}

function contextOf(options: FecOptions, report: FecReport): FecContext {
  let end = options.end ?? null;
  if (options.fileName !== undefined) {
    const match = FILE_NAME.exec(options.fileName);
    const closing = match ? readFecDay(match[2] ?? "") : null;
    if (!match || closing === null) addFault(report, "fileName", 0, { name: options.fileName });
    else {
      end ??= closing;
      if (options.siren !== undefined && options.siren !== match[1]) {
        addFault(report, "fileSiren", 0, { found: match[1] ?? "", expected: options.siren });
      }
    }
  }
  return {
    start: options.start ?? null,
    assumedStart: end === null ? null : addDays(addMonths(end, -12), 1),
    end,
    today: options.today ?? null,
  };
}

function checkLayout(layout: FecLayout, report: FecReport): void {
  report.separator = layout.separator;
  report.form = layout.form;
  if (layout.separator !== "\t" && layout.separator !== "|") {
    addFault(report, "separator", 1, { separator: layout.separator });
  }
  if (layout.quoted) addFault(report, "quoted", 1);
  if (!layout.named) {
    addFault(report, "headerMissing", 1);
    return;
  }
  for (const column of layout.missing) addFault(report, "headerColumn", 1, { column });
  if (layout.missing.length === 0) {
    for (const [position, expected] of lawNames(layout.form).entries()) {
      const found = layout.names[position] ?? "";
      if (found !== expected) {
        addFault(report, "headerNames", 1, { position: String(position + 1), found, expected });
      }
    }
  }
  report.extraColumns = layout.names.slice(18);
}

function tellBytes(facts: TextFacts, report: FecReport): void {
  report.bom = facts.bom;
  if (facts.bom) addFault(report, "bom", 1);
  if (facts.tooLong !== null) addFault(report, "lineTooLong", facts.tooLong);
  const encodings = [...facts.encodings];
  report.encoding = encodings[0]?.[0] ?? "ASCII";
  for (const [encoding, line] of encodings) {
    if (encoding === "UTF-16" || encoding === "Windows-1252") addFault(report, "encoding", line, { encoding });
  }
  if (encodings.length > 1) {
    const names = encodings.map(([encoding, line]) => `${encoding} (ligne ${line})`).join(", ");
    addFault(report, "encodingMixed", encodings[1]?.[1] ?? 0, { encodings: names });
  }
}

/**
 * Compares the à-nouveaux of a year with the closing balances of the year before: each account of classes 1 to 5 must
 * open with what it closed with, account 12 with the result besides. Adds the differences to the report of the later year.
 */
export function compareOpening(previous: FecReport, current: FecReport): void {
  const closing = new Map<string, bigint>();
  let result = 0n;
  for (const [account, totals] of previous.accounts) {
    const balance = totals.debit - totals.credit;
    if (/^[67]/.test(account)) result += balance;
    else if (/^[1-5]/.test(account)) {
      const key = account.startsWith("12") ? "12" : account;
      closing.set(key, (closing.get(key) ?? 0n) + balance);
    }
  }
  closing.set("12", (closing.get("12") ?? 0n) + result);
  const opening = new Map<string, bigint>();
  for (const [account, totals] of current.accounts) {
    const balance = totals.openingDebit - totals.openingCredit;
    const key = account.startsWith("12") ? "12" : account;
    if (balance !== 0n) opening.set(key, (opening.get(key) ?? 0n) + balance);
  }
  for (const account of [...new Set([...closing.keys(), ...opening.keys()])].sort()) {
    const [before, after] = [closing.get(account) ?? 0n, opening.get(account) ?? 0n];
    if (before !== after) {
      addFault(current, "openingGap", 0, {
        account,
        opening: inMoney(toCents(after)),
        closing: inMoney(toCents(before)),
      });
    }
  }
}
