/** A long general ledger, a page at a time: an account that goes on starts with what it had on the page before. */
import type { Cents } from "#kernel/money.ts";

type Line = { readonly running: Cents };
type Account<L extends Line> = { readonly account: string; readonly before: Cents; readonly lines: readonly L[] };

export type PagedAccount<A> = A & {
  /** The running balance at the end of the page before, when this account began there; null when it begins here. */
  readonly carried: Cents | null;
};

export type LedgerPage<A> = {
  readonly accounts: readonly PagedAccount<A>[];
  /** From 1. What is asked past the end is the last page. */
  readonly page: number;
  readonly pageCount: number;
};

/** The lines of one page of `size`, in their accounts. */
export function ledgerPage<L extends Line, A extends Account<L>>(
  accounts: readonly A[],
  asked: number,
  size: number,
): LedgerPage<A> {
  const total = accounts.reduce((count, { lines }) => count + lines.length, 0);
  const pageCount = Math.max(1, Math.ceil(total / size));
  const page = Math.min(Math.max(1, asked), pageCount);
  const [first, end] = [(page - 1) * size, page * size];
  const shown: PagedAccount<A>[] = [];
  let rank = 0;
  for (const account of accounts) {
    const [from, to] = [Math.max(0, first - rank), Math.min(account.lines.length, end - rank)];
    rank += account.lines.length;
    if (from >= to) continue;
    const carried = account.lines[from - 1]?.running ?? null;
    shown.push({ ...account, carried, lines: account.lines.slice(from, to) });
  }
  return { accounts: shown, page, pageCount };
}
