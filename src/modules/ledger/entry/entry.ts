/** A journal entry before and after it is posted: what it says, when it may be posted, how it is reversed. */

import type { Day } from "#kernel/day.ts";
import { inMoney, onDay } from "#kernel/fact.ts";
import type { ActivityId, Id } from "#kernel/id.ts";
import { type Cents, subtract, sum } from "#kernel/money.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { accountProblem, type Chart } from "../account/account.ts";
import { type FiscalYear, fiscalYearAt, periodAt } from "../fiscal-year/fiscal-year.ts";
import type { fr } from "./entry.fr.ts";

export type EntryId = Id<"entry">;
export type EntryRefusal = Refusal<keyof typeof fr.refusals>;

/** A customer's or supplier's sub-account: "C00042", "Menuiserie Martin". Columns 7 and 8 of the FEC. */
export type Auxiliary = { readonly code: string; readonly label: string };

/** What an entry comes from; the module that owns the kind knows how to open it ("sales.invoice", its id). */
export type Source = { readonly kind: string; readonly id: string };

export type DraftLine = {
  readonly account: string;
  readonly auxiliary?: Auxiliary;
  /** The activity that the line belongs to; null = the shared services of the cooperative. */
  readonly activityId: ActivityId | null;
  readonly label: string;
  /** Cents; one of the two sides is zero, the other is positive. */
  readonly debit: Cents;
  readonly credit: Cents;
  /** When a receivable or a debt is due. */
  readonly dueDate?: Day;
};

export type DraftEntry = {
  readonly journalCode: string;
  /** Accounting date: decides the fiscal year and the period. */
  readonly date: Day;
  readonly label: string;
  /** Reference of the supporting document (FEC 9); never empty (LPF art. A47 A-1). */
  readonly pieceRef: string;
  readonly pieceDate: Day;
  readonly source: Source;
  readonly lines: readonly DraftLine[];
};

/** An entry kept for ever: its number in the fiscal year, the day it was validated (FEC 16). */
export type PostedEntry = DraftEntry & { readonly id: EntryId; readonly number: bigint; readonly postedOn: Day };

/** Limits that nobody meets by hand: they keep a hostile form or file from becoming a row. */
export const MAX_LINES = 100_000;
export const MAX_TEXT = 200;
/** 100 billion euros. */
export const MAX_AMOUNT = 10_000_000_000_000n;

export function debitOf(lines: readonly DraftLine[]): Cents {
  return sum(lines.map((line) => line.debit));
}

export function creditOf(lines: readonly DraftLine[]): Cents {
  return sum(lines.map((line) => line.credit));
}

/** debit − credit of each activity (null = shared services), in the order met. */
export function differenceByActivity(lines: readonly DraftLine[]): Map<ActivityId | null, Cents> {
  const differences = new Map<ActivityId | null, Cents>();
  for (const line of lines) {
    const before = differences.get(line.activityId) ?? 0n;
    differences.set(line.activityId, (before + line.debit - line.credit) as Cents);
  }
  return differences;
}

/**
 * What can be said of an entry alone: enough lines, one positive side per line, texts present,
 * balance in total and per activity (the shared services count as one). Null when all is well.
 * The database makes the same checks again when the entry is posted.
 */
export function checkShape(draft: DraftEntry): EntryRefusal | null {
  if (draft.label.trim() === "") return refuse("invalid", "entry.labelMissing", {}, "label");
  if (draft.pieceRef.trim() === "") return refuse("invalid", "entry.pieceMissing", {}, "pieceRef");
  if (draft.lines.length < 2) return refuse("invalid", "entry.tooFewLines", {}, "lines");
  if (draft.lines.length > MAX_LINES) {
    return refuse("invalid", "entry.tooManyLines", { max: String(MAX_LINES) }, "lines");
  }
  for (const [index, line] of draft.lines.entries()) {
    const refusal = checkSides(line, index);
    if (refusal) return refusal;
  }
  const debit = debitOf(draft.lines);
  const credit = creditOf(draft.lines);
  if (debit !== credit) {
    const facts = {
      debit: inMoney(debit),
      credit: inMoney(credit),
      gap: inMoney(debit > credit ? subtract(debit, credit) : subtract(credit, debit)),
    };
    return refuse("invalid", "entry.unbalanced", facts, "lines");
  }
  for (const [activityId, gap] of differenceByActivity(draft.lines)) {
    if (gap === 0n) continue;
    if (activityId === null) {
      return refuse("invalid", "entry.unbalancedShared", { gap: inMoney(gap) }, "lines");
    }
    return refuse("invalid", "entry.unbalancedActivity", { gap: inMoney(gap), activityId }, "lines");
  }
  return null;
}

function checkSides(line: DraftLine, index: number): EntryRefusal | null {
  const facts = { line: String(index + 1) };
  const { debit, credit } = line;
  if (debit < 0n || credit < 0n) return refuse("invalid", "entry.negative", facts, `lines.${index}.debit`);
  if (debit > 0n && credit > 0n) return refuse("invalid", "entry.bothSides", facts, `lines.${index}.credit`);
  if (debit === 0n && credit === 0n) return refuse("invalid", "entry.noSide", facts, `lines.${index}.debit`);
  if (debit > MAX_AMOUNT || credit > MAX_AMOUNT) {
    return refuse("invalid", "entry.tooLarge", facts, `lines.${index}.${debit > 0n ? "debit" : "credit"}`);
  }
  return null;
}

/** What an entry needs of the books to be posted. */
export type Book = {
  readonly chart: Chart;
  readonly journals: ReadonlySet<string>;
  readonly fiscalYears: readonly FiscalYear[];
};

/** Every check: shape, journal, accounts that exist and may be used, a date within an open period. Null when all is well. */
export function checkEntry(draft: DraftEntry, book: Book): EntryRefusal | null {
  const shape = checkShape(draft);
  if (shape) return shape;
  if (!book.journals.has(draft.journalCode)) {
    return refuse("missing", "entry.journalUnknown", { journal: draft.journalCode }, "journalCode");
  }
  for (const [index, line] of draft.lines.entries()) {
    const problem = accountProblem(book.chart, line.account);
    if (problem) return refuse("missing", problem, { account: line.account }, `lines.${index}.account`);
  }
  return checkDate(draft.date, book.fiscalYears);
}

/** A date outside every fiscal year, or in a locked or closed period, is refused. */
export function checkDate(date: Day, fiscalYears: readonly FiscalYear[]): EntryRefusal | null {
  const year = fiscalYearAt(fiscalYears, date);
  const period = year === null ? null : periodAt(year, date);
  if (period === null) return refuse("conflict", "entry.noFiscalYear", { date: onDay(date) }, "date");
  if (period.status === "open") return null;
  const code = period.status === "locked" ? "entry.periodLocked" : "entry.periodClosed";
  return refuse("conflict", code, { date: onDay(date) }, "date");
}

/** What a reversal says of itself; its lines are those of the entry with the sides exchanged. */
export type Reversal = Pick<DraftEntry, "date" | "label" | "pieceRef" | "pieceDate" | "source">;

/** The entry that cancels another: the past is never edited. Same journal, same lines, sides exchanged. */
export function reverseEntry(entry: DraftEntry, reversal: Reversal): DraftEntry {
  return {
    ...reversal,
    journalCode: entry.journalCode,
    lines: entry.lines.map((line) => ({ ...line, debit: line.credit, credit: line.debit })),
  };
}
