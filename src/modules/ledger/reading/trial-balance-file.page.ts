import { isRefusal } from "#kernel/refusal.ts";
import { type FileColumn, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/trial-balance-file.page";
import { fr } from "./reading.fr.ts";
import { type BalanceRow, readTrialBalance } from "./trial-balance.store.ts";

const COLUMNS: readonly FileColumn<BalanceRow>[] = [
  { header: fr.account, value: (row) => row.account },
  { header: fr.accountName, value: (row) => row.label },
  { header: fr.debit, value: (row) => ({ amount: row.debit }) },
  { header: fr.credit, value: (row) => ({ amount: row.credit }) },
  { header: fr.running, value: (row) => ({ amount: row.balance }) },
];

/** The trial balance as a spreadsheet. */
export function loader(args: Route.LoaderArgs) {
  const format = new URL(args.request.url).searchParams.get("format") === "xlsx" ? "xlsx" : "csv";
  return readTenant(args, async (reader) => {
    const read = await readTrialBalance(reader, args.request.url);
    return isRefusal(read) ? read : tableFile(format, "balance", COLUMNS, read.rows);
  });
}
