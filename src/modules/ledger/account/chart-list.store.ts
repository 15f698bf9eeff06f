import type { Cents } from "#kernel/money.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { matchesWords } from "#ui/fold.ts";
import { balancesByAccount } from "../balance/balances.store.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import type { fr } from "./account.fr.ts";
import { listAccounts, usedAccounts } from "./account.store.ts";
import type { Account } from "./account.ts";

export type ChartRow = Account & {
  /** It has lines: it may be blocked, it is never a heading. */
  readonly used: boolean;
  /** Debit less credit today; null for an account without movement. */
  readonly balance: Cents | null;
};

type ChartFilters = {
  readonly query: string;
  /** "4": the class, empty for all. */
  readonly firstDigit: string;
  readonly status: string;
  /** "oui": accounts with lines, "non": the others. */
  readonly used: string;
};

function filtersOf(address: string): ChartFilters {
  const read = (name: string) => (new URL(address).searchParams.get(name) ?? "").trim().slice(0, 80);
  return { query: read("q"), firstDigit: read("classe").slice(0, 1), status: read("etat"), used: read("usage") };
}

function keeps(row: ChartRow, filters: ChartFilters): boolean {
  const { query, firstDigit, status, used } = filters;
  // A number is searched by its beginning, anything else by its words.
  const found = /^\d+\w*$/.test(query)
    ? row.number.startsWith(query.toUpperCase())
    : matchesWords(`${row.number} ${row.label}`, query);
  return (
    found &&
    row.number.startsWith(firstDigit) &&
    (status === "" || row.status === status) &&
    (used === "" || row.used === (used === "oui"))
  );
}

/** The chart that an address asks for, with the balance of each account today. For those who keep the books. */
export async function readChart(
  reader: Reader,
  address: string,
): Promise<readonly ChartRow[] | Refusal<keyof typeof fr.refusals>> {
  const { tx, actor, organizationId, today } = reader;
  if (!mayKeepBooks(actor, "editChart")) return refuse("forbidden", "account.forbidden");
  const used = await usedAccounts(tx, organizationId);
  const balances = new Map(
    (await balancesByAccount(tx, { organizationId, until: today })).map(({ account, debit, credit }) => [
      account,
      (debit - credit) as Cents,
    ]),
  );
  const filters = filtersOf(address);
  return (await listAccounts(tx, organizationId))
    .map((account) => ({
      ...account,
      used: used.has(account.number),
      balance: balances.get(account.number) ?? null,
    }))
    .filter((row) => keeps(row, filters));
}
