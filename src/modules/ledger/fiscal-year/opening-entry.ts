/** The à-nouveaux: what a year leaves to the next, account by account and activity by activity. */
import type { ActivityId } from "#kernel/id.ts";
import { type Cents, toCents, ZERO } from "#kernel/money.ts";
import { statementOf } from "../account/account.ts";
import { defaultAccounts } from "../account/default-accounts.ts";
import { journalCodes } from "../account/default-journals.ts";
import type { Auxiliary, DraftEntry, DraftLine } from "../entry/entry.ts";
import type { FiscalYear } from "./fiscal-year.ts";

/** A balance at the end of a year. */
export type ClosingBalance = {
  readonly activityId: ActivityId | null;
  readonly account: string;
  readonly auxiliary: Auxiliary | null;
  /** debit − credit, cents. */
  readonly balance: Cents;
};

/**
 * The opening entry of a year: every account of classes 1 to 5 (and 8) that is not settled, and the result of each activity
 * on 120 (profit) or 129 (loss). Classes 6 and 7 are not closed by an entry: the FEC is given before that
 * (LPF art. A47 A-1). `sealOf` is the last seal of the closed year: it ties the chains of two years together.
 * Null when there is nothing to carry.
 */
export function openingEntry(
  closed: Pick<FiscalYear, "code" | "end">,
  opened: Pick<FiscalYear, "id" | "code" | "start">,
  balances: readonly ClosingBalance[],
  sealOf: string,
): DraftEntry | null {
  const label = `À-nouveaux ${opened.code} (sceau ${closed.code} : ${sealOf.slice(0, 16)})`;
  const lines: DraftLine[] = [];
  const results = new Map<ActivityId | null, bigint>();
  for (const { activityId, account, auxiliary, balance } of balances) {
    if (statementOf(account) === "profitAndLoss") {
      results.set(activityId, (results.get(activityId) ?? 0n) + balance);
    } else if (balance !== 0n) {
      lines.push({ ...sides(balance), account, activityId, label, ...(auxiliary && { auxiliary }) });
    }
  }
  for (const [activityId, result] of results) {
    if (result === 0n) continue;
    // Charges above products: a debit balance, a loss.
    const account = result > 0n ? defaultAccounts.resultLoss : defaultAccounts.resultProfit;
    lines.push({ ...sides(toCents(result)), account, activityId, label });
  }
  if (lines.length === 0) return null;
  return {
    journalCode: journalCodes.opening,
    date: opened.start,
    label,
    pieceRef: `AN-${opened.code}`,
    pieceDate: closed.end,
    source: { kind: "ledger.opening", id: opened.id },
    lines,
  };
}

function sides(balance: Cents): { debit: Cents; credit: Cents } {
  return balance > 0n ? { debit: balance, credit: ZERO } : { debit: ZERO, credit: toCents(-balance) };
}
