import type { Cents } from "#kernel/money.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { listAccounts } from "../account/account.store.ts";
import { type AccountBalance, balancesByAccount } from "../balance/balances.store.ts";
import type { BooksFilter } from "./books-frame.view.tsx";
import { askedBooks } from "./read-books.store.ts";

export type BalanceRow = AccountBalance & { readonly label: string; readonly balance: Cents };

/** The trial balance that an address asks for, cut to what the person may read. */
export async function readTrialBalance(
  reader: Reader,
  address: string,
): Promise<{ readonly filter: BooksFilter; readonly rows: readonly BalanceRow[] } | Refusal> {
  const asked = await askedBooks(reader, address);
  if (isRefusal(asked)) return asked;
  const { tx, organizationId } = reader;
  const { filter, scope } = asked;
  const labels = new Map((await listAccounts(tx, organizationId)).map((account) => [account.number, account.label]));
  const balances = await balancesByAccount(tx, {
    organizationId,
    activityId: scope === "all" ? undefined : scope,
    until: filter.until,
  });
  const rows = balances
    .filter((row) => row.account.startsWith(filter.account))
    .map((row) => ({
      ...row,
      label: labels.get(row.account) ?? "",
      balance: (row.debit - row.credit) as Cents,
    }));
  return { filter, rows };
}
