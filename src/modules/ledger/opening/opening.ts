/** Opening balances brought from elsewhere: checked line by line, posted as one entry or not at all. */

import type { Day } from "#kernel/day.ts";
import { inMoney } from "#kernel/fact.ts";
import type { ActivityId } from "#kernel/id.ts";
import type { Cents } from "#kernel/money.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { AccountRefusal } from "../account/account.ts";
import { type Account, accountProblem, type Chart, checkAccount, statementOf } from "../account/account.ts";
import { defaultAccounts } from "../account/default-accounts.ts";
import { journalCodes } from "../account/default-journals.ts";
import type { EntryRefusal } from "../entry/entry.ts";
import { creditOf, type DraftEntry, type DraftLine, debitOf, MAX_AMOUNT, MAX_LINES, MAX_TEXT } from "../entry/entry.ts";
import { balanceByLink } from "../entry/link.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { fr } from "./opening.fr.ts";

export type OpeningRefusal = Refusal<keyof typeof fr.refusals>;

const MAX_AUXILIARY = 40;

/** One line of a file, read but not yet checked against the books. */
export type OpeningRow = {
  /** Line in the file, 1 = its header. */
  readonly line: number;
  readonly account: string;
  /** Label of an account that the chart may not have yet. */
  readonly accountLabel: string;
  /** Code of the activity; empty = the shared services. */
  readonly activityCode: string;
  /** What the file calls this code: another program's codes are recognised by it. */
  readonly activityLabel?: string;
  readonly auxiliaryCode: string;
  readonly auxiliaryLabel: string;
  readonly label: string;
  readonly debit: Cents;
  readonly credit: Cents;
  readonly dueDate: Day | null;
};

export type OpeningError = {
  readonly line: number;
  readonly refusal: OpeningRefusal | EntryRefusal | AccountRefusal;
};

export type CheckedOpening = {
  readonly lines: readonly DraftLine[];
  /** Accounts that the file names and the chart lacks: added with the entry. */
  readonly newAccounts: readonly Account[];
  readonly errors: readonly OpeningError[];
  readonly debit: Cents;
  readonly credit: Cents;
};

/** What each code of a file stands for; null = the shared services. */
export type ActivityByCode = ReadonlyMap<string, ActivityId | null>;

/**
 * Checks every line: a known activity, an account of classes 1 to 5 that exists or can be added, one side. Then the whole:
 * balanced in total. Activities that do not balance by themselves get link lines 5808 when the entry is made.
 */
export function checkOpening(rows: readonly OpeningRow[], chart: Chart, activities: ActivityByCode): CheckedOpening {
  const errors: OpeningError[] = [];
  const lines: DraftLine[] = [];
  const newAccounts = new Map<string, Account>();
  for (const row of rows) {
    const refusal = checkRow(row, chart, newAccounts, activities);
    if (refusal) {
      errors.push({ line: row.line, refusal });
      continue;
    }
    lines.push({
      account: row.account,
      activityId: row.activityCode === "" ? null : (activities.get(row.activityCode) ?? null),
      label: (row.label || "Solde d'ouverture").slice(0, MAX_TEXT),
      debit: row.debit,
      credit: row.credit,
      ...(row.auxiliaryCode !== "" && {
        auxiliary: { code: row.auxiliaryCode, label: (row.auxiliaryLabel || row.auxiliaryCode).slice(0, MAX_TEXT) },
      }),
      ...(row.dueDate !== null && { dueDate: row.dueDate }),
    });
  }
  const [debit, credit] = [debitOf(lines), creditOf(lines)];
  if (rows.length === 0) errors.push({ line: 0, refusal: refuse("invalid", "opening.empty") });
  else if (rows.length > MAX_LINES) errors.push({ line: 0, refusal: refuse("invalid", "opening.tooLarge") });
  else if (errors.length === 0 && debit !== credit) {
    errors.push({
      line: 0,
      refusal: refuse("invalid", "opening.unbalanced", {
        debit: inMoney(debit),
        credit: inMoney(credit),
        gap: inMoney((debit - credit) as Cents),
      }),
    });
  }
  return { lines, newAccounts: [...newAccounts.values()], errors, debit, credit };
}

function checkRow(
  row: OpeningRow,
  chart: Chart,
  newAccounts: Map<string, Account>,
  activities: ActivityByCode,
): OpeningError["refusal"] | null {
  if (!/^[1-8][0-9A-Z]{0,11}$/.test(row.account)) {
    return refuse("invalid", "opening.accountForm", { account: row.account });
  }
  if (statementOf(row.account) === "profitAndLoss")
    return refuse("invalid", "opening.operating", { account: row.account });
  const problem = newAccounts.has(row.account) ? null : accountProblem(chart, row.account);
  if (problem === "entry.accountUnknown" && row.accountLabel !== "") {
    // Another program's label may hold what ours refuses: only the characters are changed, as for the texts of entries.
    const label = row.accountLabel
      .replace(/[\p{Cc}"|]+/gu, " ")
      .trim()
      .slice(0, 120);
    const account: Account = { number: row.account, label, status: "usable" };
    const refusal = checkAccount(account);
    if (refusal) return refusal;
    newAccounts.set(row.account, account);
  } else if (problem === "entry.accountUnknown") {
    return refuse("missing", "opening.accountUnknown", { account: row.account });
  } else if (problem) return refuse("missing", problem, { account: row.account });
  if (row.activityCode !== "" && !activities.has(row.activityCode)) {
    return refuse("missing", "opening.activityUnknown", { activity: row.activityCode });
  }
  if (row.auxiliaryCode.length > MAX_AUXILIARY) return refuse("invalid", "opening.auxiliaryLong");
  if (row.debit < 0n || row.credit < 0n) return refuse("invalid", "opening.negative");
  if (row.debit > MAX_AMOUNT || row.credit > MAX_AMOUNT) return refuse("invalid", "opening.amountLarge");
  if (row.debit > 0n && row.credit > 0n) return refuse("invalid", "opening.bothSides");
  return row.debit === 0n && row.credit === 0n ? refuse("invalid", "opening.noSide") : null;
}

/** The opening entry of a first fiscal year, balanced per activity by link lines where the file is not. */
export function openingImportEntry(year: FiscalYear, lines: readonly DraftLine[]): DraftEntry {
  const draft: DraftEntry = {
    journalCode: journalCodes.opening,
    date: year.start,
    label: `Soldes d'ouverture ${year.code}`,
    pieceRef: `AN-${year.code}`,
    pieceDate: year.start,
    source: { kind: "ledger.opening", id: year.id },
    lines,
  };
  return balanceByLink(draft, { account: defaultAccounts.linkOther, label: "Liaison entre activités à l'ouverture" });
}
