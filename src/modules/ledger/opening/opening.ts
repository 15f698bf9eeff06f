/** Opening balances brought from elsewhere: checked line by line, posted as one entry or not at all. */
import type { Day } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { eur } from "#ui/format.ts";
import type { AccountRefusal } from "../account/account.ts";
import { type Account, accountProblem, type Chart, checkAccount, statementOf } from "../account/account.ts";
import { defaultAccounts } from "../account/default-accounts.ts";
import { journalCodes } from "../account/default-journals.ts";
import type { EntryRefusal } from "../entry/entry.ts";
import { creditOf, type DraftEntry, type DraftLine, debitOf, MAX_LINES } from "../entry/entry.ts";
import { balanceByLink } from "../entry/link.ts";
import type { FiscalYear } from "../fiscal-year/fiscal-year.ts";
import type { fr } from "./opening.fr.ts";

export type OpeningRefusal = Refusal<keyof typeof fr.refusals>;

/** One line of a file, read but not yet checked against the books. */
export type OpeningRow = {
  /** Line in the file, 1 = its header. */
  readonly line: number;
  readonly account: string;
  /** Label of an account that the chart may not have yet. */
  readonly accountLabel: string;
  /** Code of the activity; empty = the shared services. */
  readonly activityCode: string;
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

/**
 * Checks every line: a known activity, an account of classes 1 to 5 that exists or can be added, one side. Then the whole:
 * balanced in total. Activities that do not balance by themselves get link lines 5808 when the entry is made.
 */
export function checkOpening(
  rows: readonly OpeningRow[],
  chart: Chart,
  activities: ReadonlyMap<string, ActivityId>,
): CheckedOpening {
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
      label: row.label || "Solde d'ouverture",
      debit: row.debit,
      credit: row.credit,
      ...(row.auxiliaryCode !== "" && {
        auxiliary: { code: row.auxiliaryCode, label: row.auxiliaryLabel || row.auxiliaryCode },
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
        debit: eur(debit),
        credit: eur(credit),
        gap: eur((debit - credit) as Cents),
      }),
    });
  }
  return { lines, newAccounts: [...newAccounts.values()], errors, debit, credit };
}

function checkRow(
  row: OpeningRow,
  chart: Chart,
  newAccounts: Map<string, Account>,
  activities: ReadonlyMap<string, ActivityId>,
): OpeningError["refusal"] | null {
  if (statementOf(row.account) === "profitAndLoss")
    return refuse("invalid", "opening.operating", { account: row.account });
  const problem = newAccounts.has(row.account) ? null : accountProblem(chart, row.account);
  if (problem === "entry.accountUnknown" && row.accountLabel !== "") {
    const account: Account = { number: row.account, label: row.accountLabel, status: "usable" };
    const refusal = checkAccount(account);
    if (refusal) return refusal;
    newAccounts.set(row.account, account);
  } else if (problem) return refuse("missing", problem, { account: row.account });
  if (row.activityCode !== "" && !activities.has(row.activityCode)) {
    return refuse("missing", "opening.activityUnknown", { activity: row.activityCode });
  }
  if (row.debit < 0n || row.credit < 0n) return refuse("invalid", "opening.negative");
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

/** Closing balances gathered from another program's lines: what they leave to the next year. */
export class ClosingGatherer {
  readonly #balances = new Map<string, { row: Omit<OpeningRow, "debit" | "credit" | "line">; balance: bigint }>();
  readonly #results = new Map<string, bigint>();

  add(line: {
    account: string;
    accountLabel: string;
    activityCode: string;
    auxiliary: string;
    auxiliaryLabel: string;
    debit: Cents;
    credit: Cents;
  }): void {
    const change = line.debit - line.credit;
    if (statementOf(line.account) === "profitAndLoss") {
      this.#results.set(line.activityCode, (this.#results.get(line.activityCode) ?? 0n) + change);
      return;
    }
    const key = `${line.account}\t${line.activityCode}\t${line.auxiliary}`;
    const found = this.#balances.get(key);
    if (found) {
      found.balance += change;
      return;
    }
    const row = {
      account: line.account,
      accountLabel: line.accountLabel,
      activityCode: line.activityCode,
      auxiliaryCode: line.auxiliary,
      auxiliaryLabel: line.auxiliaryLabel,
      label: "",
      dueDate: null,
    };
    this.#balances.set(key, { row, balance: change });
  }

  /** One row for each balance that is not settled, then the result of each activity on 120 or 129. */
  rows(): OpeningRow[] {
    const sides = (balance: bigint) => ({
      debit: balance > 0n ? (balance as Cents) : ZERO,
      credit: balance < 0n ? (-balance as Cents) : ZERO,
    });
    const carried = [...this.#balances.values()]
      .filter(({ balance }) => balance !== 0n)
      .map(({ row, balance }) => ({ ...row, ...sides(balance) }));
    const results = [...this.#results]
      .filter(([, result]) => result !== 0n)
      .map(([activityCode, result]) => ({
        account: result > 0n ? defaultAccounts.resultLoss : defaultAccounts.resultProfit,
        accountLabel: "",
        activityCode,
        auxiliaryCode: "",
        auxiliaryLabel: "",
        label: "Résultat de l'exercice précédent",
        dueDate: null,
        ...sides(result),
      }));
    return [...carried, ...results].map((row, index) => ({ ...row, line: index + 1 }));
  }
}
