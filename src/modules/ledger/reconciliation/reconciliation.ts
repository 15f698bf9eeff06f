/** Reconciliation (lettrage): lines of one account and one third party that settle one another to the cent. */

import type { Day } from "#kernel/day.ts";
import { inMoney } from "#kernel/fact.ts";
import type { ActivityId, Id } from "#kernel/id.ts";
import { type Cents, toCents } from "#kernel/money.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { EntryId } from "../entry/entry.ts";
import type { FiscalYearId } from "../fiscal-year/fiscal-year.ts";
import type { fr } from "./reconciliation.fr.ts";

export type ReconciliationId = Id<"reconciliation">;
export type ReconciliationRefusal = Refusal<keyof typeof fr.refusals>;

/** A line, named by its entry and its rank in it (1 is the first). */
export type LineRef = { readonly entryId: EntryId; readonly lineNumber: number };

export type OpenLine = LineRef & {
  readonly account: string;
  readonly auxiliaryCode: string | null;
  readonly activityId: ActivityId | null;
  readonly fiscalYearId: FiscalYearId;
  readonly entryNumber: bigint;
  readonly date: Day;
  readonly debit: Cents;
  readonly credit: Cents;
  /** The letter it already has; null when it is open. */
  readonly letter: string | null;
};

/**
 * Whether lines may be reconciled together: at least two, all open, one account of class 4 or 5, one auxiliary, balanced in total and per
 * activity (the books of an activity must read settled too). Null when all is well.
 */
export function checkReconciliation(lines: readonly OpenLine[]): ReconciliationRefusal | null {
  const [first] = lines;
  if (!first || lines.length < 2) return refuse("invalid", "reconciliation.tooFewLines");
  const lettered = lines.find((line) => line.letter !== null);
  if (lettered) return refuse("conflict", "reconciliation.alreadyDone", { letter: lettered.letter ?? "" });
  if (!/^[45]/.test(first.account))
    return refuse("invalid", "reconciliation.notThirdParty", { account: first.account });
  if (lines.some((line) => line.account !== first.account)) return refuse("invalid", "reconciliation.otherAccount");
  if (lines.some((line) => line.auxiliaryCode !== first.auxiliaryCode)) {
    return refuse("invalid", "reconciliation.otherAuxiliary");
  }
  const gap = toCents(lines.reduce((total, line) => total + line.debit - line.credit, 0n));
  if (gap !== 0n) return refuse("invalid", "reconciliation.unbalanced", { gap: inMoney(gap) });
  const byActivity = new Map<ActivityId | null, bigint>();
  for (const line of lines) {
    byActivity.set(line.activityId, (byActivity.get(line.activityId) ?? 0n) + line.debit - line.credit);
  }
  if ([...byActivity.values()].some((part) => part !== 0n)) return refuse("invalid", "reconciliation.acrossActivities");
  return null;
}

/** The letters of a rank, from 1: AA, AB… ZZ, AAA, AAB… */
export function letterOf(rank: number): string {
  let length = 2;
  let rest = rank - 1;
  while (rest >= 26 ** length) {
    rest -= 26 ** length;
    length += 1;
  }
  let letters = "";
  for (let index = 0; index < length; index += 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return letters;
}
