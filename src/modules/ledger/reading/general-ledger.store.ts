import { addDays } from "#kernel/day.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { listAccounts } from "../account/account.store.ts";
import { balancesByAccount } from "../balance/balances.store.ts";
import type { BooksFilter } from "./books-frame.view.tsx";
import { type LedgerLine, ledgerLines } from "./lines.store.ts";
import { askedBooks } from "./read-books.store.ts";

export type LedgerAccount = {
  readonly account: string;
  readonly label: string;
  /** The balance before the first line shown. */
  readonly before: Cents;
  readonly lines: readonly (LedgerLine & { readonly running: Cents; readonly activityName: string | null })[];
};

export type GeneralLedger = {
  readonly filter: BooksFilter;
  readonly accounts: readonly LedgerAccount[];
  /** There are more lines than asked for. */
  readonly cut: boolean;
  readonly oneActivity: boolean;
};

/** The general ledger that an address asks for, cut to what the person may read and to `most` lines. */
export async function readGeneralLedger(
  reader: Reader,
  address: string,
  most: number,
): Promise<GeneralLedger | Refusal> {
  const asked = await askedBooks(reader, address);
  if (isRefusal(asked)) return asked;
  const { filter, scope, names } = asked;
  const { tx, organizationId } = reader;
  const query = { organizationId, scope, account: filter.account, from: filter.from, until: filter.until };
  const lines = await ledgerLines(tx, { ...query, limit: most + 1 });
  const before = await balancesByAccount(tx, {
    organizationId,
    activityId: scope === "all" ? undefined : scope,
    until: addDays(filter.from, -1),
  });
  const opening = new Map(before.map(({ account, debit, credit }) => [account, (debit - credit) as Cents]));
  const labels = new Map((await listAccounts(tx, organizationId)).map((account) => [account.number, account.label]));
  const byAccount = new Map<string, LedgerLine[]>();
  for (const line of lines.slice(0, most)) {
    const own = byAccount.get(line.account);
    if (own) own.push(line);
    else byAccount.set(line.account, [line]);
  }
  const accounts = [...byAccount].map(([account, own]) => {
    const carried = /^[67]/.test(account) || own[0]?.opening ? ZERO : (opening.get(account) ?? ZERO);
    return {
      account,
      label: labels.get(account) ?? "",
      before: carried,
      lines: withRunning(own, carried).map((line) => ({
        ...line,
        activityName: line.activityId === null ? null : (names.get(line.activityId) ?? ""),
      })),
    };
  });
  return { filter, accounts, cut: lines.length > most, oneActivity: asked.activityId !== null };
}

/** The running balance of an account. À-nouveaux restate the years before: the balance starts again from them. */
function withRunning(lines: readonly LedgerLine[], carried: Cents) {
  let running = carried;
  let entryId: string | null = null;
  return lines.map((line) => {
    if (line.opening && line.entryId !== entryId) running = ZERO;
    entryId = line.entryId;
    running = (running + line.debit - line.credit) as Cents;
    return { ...line, running };
  });
}
