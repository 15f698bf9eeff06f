/** What another program's year leaves to the next one: its FEC, line by line, becomes opening balances. */
import type { Day } from "#kernel/day.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import { statementOf } from "../account/account.ts";
import { defaultAccounts } from "../account/default-accounts.ts";
import type { OpeningRow } from "./opening.ts";

/** Closing balances gathered from another program's lines: what they leave to the next year. */
export class ClosingGatherer {
  readonly #balances = new Map<string, { row: Omit<OpeningRow, "debit" | "credit">; balance: bigint }>();
  /** By code of activity, with the first line that made it. */
  readonly #results = new Map<string, { line: number; label: string; balance: bigint }>();
  /** The last day of an entry. */
  lastDate: Day | null = null;

  add(line: {
    date: Day | null;
    account: string;
    accountLabel: string;
    activityCode: string;
    auxiliary: string;
    auxiliaryLabel: string;
    line: number;
    activityLabel: string;
    debit: Cents;
    credit: Cents;
  }): void {
    const change = line.debit - line.credit;
    const activityCode = line.activityCode.toUpperCase();
    const account = line.account.toUpperCase();
    if (line.date !== null && (this.lastDate === null || line.date > this.lastDate)) this.lastDate = line.date;
    if (statementOf(account) === "profitAndLoss") {
      const result = this.#results.get(activityCode) ?? { line: line.line, label: line.activityLabel, balance: 0n };
      result.balance += change;
      this.#results.set(activityCode, result);
      return;
    }
    const key = `${account}\t${activityCode}\t${line.auxiliary}`;
    const found = this.#balances.get(key);
    if (found) {
      found.balance += change;
      return;
    }
    const row = {
      line: line.line,
      account,
      accountLabel: line.accountLabel,
      activityCode,
      activityLabel: line.activityLabel,
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
      .filter(([, result]) => result.balance !== 0n)
      .map(([activityCode, { line, label, balance }]) => ({
        line,
        account: balance > 0n ? defaultAccounts.resultLoss : defaultAccounts.resultProfit,
        accountLabel: "",
        activityCode,
        activityLabel: label,
        auxiliaryCode: "",
        auxiliaryLabel: "",
        label: "Résultat de l'exercice précédent",
        dueDate: null,
        ...sides(balance),
      }));
    return [...carried, ...results];
  }
}
