/** The rules of entries: balance, one date, continuity, order of validation, openings first, no closing of 6 and 7. */

import type { Day } from "#kernel/day.ts";
import { type Facts, inMoney, onDay } from "#kernel/fact.ts";
import { type Cents, toCents, ZERO } from "#kernel/money.ts";
import type { CheckedLine } from "./fec-record-check.ts";
import { addFault, type FecReport } from "./fec-report.ts";
import { SequenceCheck } from "./fec-sequence-check.ts";

type Current = {
  key: string;
  journal: string;
  number: string;
  line: number;
  date: Day | null;
  gap: bigint;
  mixed: boolean;
  result: string | null;
  operating: number;
};

const OPENING_CODE = /^(AN|ANO|ANOU|RAN|AN\d+|OUV)$/i;
const OPENING_LABEL = /nouveau|ouverture/i;

/** Whether a line belongs to the à-nouveaux: programs name that journal in their own way. */
export function isOpening(line: Pick<CheckedLine, "journal" | "journalLabel">): boolean {
  return OPENING_CODE.test(line.journal) || OPENING_LABEL.test(line.journalLabel);
}

export class EntryCheck {
  readonly #sequence = new SequenceCheck();
  /** Parts of entries that do not balance yet: lines of one entry may be apart in a file. */
  readonly #unbalanced = new Map<string, { journal: string; number: string; line: number; gap: bigint }>();
  readonly #byDay = new Map<string, { journal: string; date: Day; line: number; gap: bigint }>();
  #current: Current | null = null;
  #ordinarySeen = false;
  #lastValid: Day | null = null;

  add(line: CheckedLine, report: FecReport): void {
    const key = `${line.journal}\t${line.number}`;
    const gap = line.debit - line.credit;
    const current = this.#current?.key === key ? this.#current : this.#start(line, key, report);
    current.gap += gap;
    if (current.date !== line.date && line.date !== null && !current.mixed) {
      if (current.date === null) current.date = line.date;
      else {
        current.mixed = true;
        const facts = {
          number: line.number,
          journal: line.journal,
          first: onDay(current.date),
          found: onDay(line.date),
        };
        addFault(report, "entryMixed", line.line, facts);
      }
    }
    if (line.account.startsWith("12")) current.result ??= line.account;
    if (/^[67]/.test(line.account)) current.operating += 1;
    if (line.date !== null) {
      const dayKey = `${line.journal}\t${line.date}`;
      const day = this.#byDay.get(dayKey);
      if (day) day.gap += gap;
      else this.#byDay.set(dayKey, { journal: line.journal, date: line.date, line: line.line, gap });
    }
  }

  #start(line: CheckedLine, key: string, report: FecReport): Current {
    this.#finish(report);
    report.entries += 1;
    const opening = isOpening(line);
    const current: Current = {
      key,
      journal: line.journal,
      number: line.number,
      line: line.line,
      date: line.date,
      gap: 0n,
      mixed: false,
      result: null,
      operating: 0,
    };
    this.#current = current;
    this.#sequence.add(line.journal, line.number, line.line, report);
    if (opening) {
      if (this.#ordinarySeen) addFault(report, "openingFirst", line.line, { number: line.number });
      return current;
    }
    this.#ordinarySeen = true;
    if (line.validOn === null) return current;
    if (this.#lastValid !== null && line.validOn < this.#lastValid) {
      const facts = { valid: onDay(line.validOn), before: onDay(this.#lastValid) };
      addFault(report, "validOrder", line.line, facts);
    }
    this.#lastValid = line.validOn;
    return current;
  }

  #finish(report: FecReport): void {
    const current = this.#current;
    if (current === null) return;
    if (current.result !== null && current.operating >= 2) {
      addFault(report, "closingEntry", current.line, { number: current.number, account: current.result });
    }
    if (current.gap === 0n) return;
    const part = this.#unbalanced.get(current.key);
    if (part) part.gap += current.gap;
    else {
      const { journal, number, line, gap } = current;
      this.#unbalanced.set(current.key, { journal, number, line, gap });
    }
  }

  end(report: FecReport): void {
    this.#finish(report);
    this.#current = null;
    for (const { journal, number, line, gap } of this.#unbalanced.values()) {
      if (gap !== 0n) addFault(report, "entryUnbalanced", line, { journal, number, gap: inMoney(toCents(gap)) });
    }
    for (const { journal, date, line, gap } of this.#byDay.values()) {
      if (gap !== 0n)
        addFault(report, "journalDayUnbalanced", line, { journal, date: onDay(date), gap: inMoney(toCents(gap)) });
    }
    this.#sequence.end(report);
    if (report.debit !== report.credit) {
      const facts = { debit: inMoney(report.debit), credit: inMoney(report.credit) };
      addFault(report, "fileUnbalanced", 0, facts);
    }
  }
}

/** Names, reconciliations and totals over the whole file. */
export class BookCheck {
  readonly #names = new Map<string, { label: string; line: number }>();
  readonly #letters = new Map<string, { account: string; letter: string; line: number; gap: bigint }>();

  add(line: CheckedLine, report: FecReport): void {
    this.#sameName("accountLabel", { account: line.account }, line.account, line.accountLabel, line.line, report);
    this.#sameName("journalLabel", { journal: line.journal }, line.journal, line.journalLabel, line.line, report);
    if (line.auxiliary !== "") {
      const facts = { auxiliary: line.auxiliary };
      const key = `${line.account}\t${line.auxiliary}`;
      this.#sameName("auxiliaryLabel", facts, key, line.auxiliaryLabel, line.line, report);
    }
    if (line.letter !== "") {
      const key = `${line.account}\t${line.auxiliary}\t${line.letter}`;
      const gap = line.debit - line.credit;
      const group = this.#letters.get(key);
      if (!group) this.#letters.set(key, { account: line.account, letter: line.letter, line: line.line, gap });
      else if (group.gap + gap === 0n) this.#letters.delete(key);
      else group.gap += gap;
    }
    this.#total(line, report);
  }

  #sameName(
    rule: "accountLabel" | "journalLabel" | "auxiliaryLabel",
    facts: Facts,
    key: string,
    label: string,
    line: number,
    report: FecReport,
  ): void {
    if (key === "" || label === "") return;
    const first = this.#names.get(`${rule}\t${key}`);
    if (!first) this.#names.set(`${rule}\t${key}`, { label, line });
    else if (first.label !== label) {
      addFault(report, rule, line, { ...facts, found: label, first: first.label, firstLine: String(first.line) });
    }
  }

  #total(line: CheckedLine, report: FecReport): void {
    report.debit = (report.debit + line.debit) as Cents;
    report.credit = (report.credit + line.credit) as Cents;
    if (line.date !== null) {
      if (report.firstDate === null || line.date < report.firstDate) report.firstDate = line.date;
      if (report.lastDate === null || line.date > report.lastDate) report.lastDate = line.date;
    }
    let journal = report.journals.get(line.journal);
    if (!journal) {
      journal = { label: line.journalLabel, lines: 0, debit: ZERO, credit: ZERO };
      report.journals.set(line.journal, journal);
    }
    journal.lines += 1;
    journal.debit = (journal.debit + line.debit) as Cents;
    journal.credit = (journal.credit + line.credit) as Cents;
    let account = report.accounts.get(line.account);
    if (!account) {
      account = { label: line.accountLabel, debit: ZERO, credit: ZERO, openingDebit: ZERO, openingCredit: ZERO };
      report.accounts.set(line.account, account);
    }
    account.debit = (account.debit + line.debit) as Cents;
    account.credit = (account.credit + line.credit) as Cents;
    if (isOpening(line)) {
      account.openingDebit = (account.openingDebit + line.debit) as Cents;
      account.openingCredit = (account.openingCredit + line.credit) as Cents;
    }
  }

  end(report: FecReport): void {
    for (const { account, letter, line, gap } of this.#letters.values()) {
      if (gap !== 0n) addFault(report, "letterUnbalanced", line, { account, letter, gap: inMoney(toCents(gap)) });
    }
  }
}
