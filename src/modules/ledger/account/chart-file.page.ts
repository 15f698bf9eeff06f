import { isRefusal } from "#kernel/refusal.ts";
import { type FileColumn, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/chart-file.page";
import { fr as nounFr } from "./account.fr.ts";
import { type ChartRow, readChart } from "./chart-list.store.ts";
import { fr } from "./chart-screen.fr.ts";

const COLUMNS: readonly FileColumn<ChartRow>[] = [
  { header: fr.number, value: (row) => row.number },
  { header: fr.label, value: (row) => row.label },
  { header: fr.state, value: (row) => nounFr.states[row.status] },
  { header: fr.balance, value: (row) => (row.balance === null ? null : { amount: row.balance }) },
];

/** The chart as a file, with the filters of the page. The import reads it back. */
export function loader(args: Route.LoaderArgs) {
  const format = new URL(args.request.url).searchParams.get("format") === "xlsx" ? "xlsx" : "csv";
  return readTenant(args, async (reader) => {
    const rows = await readChart(reader, args.request.url);
    return isRefusal(rows) ? rows : tableFile(format, "plan-comptable", COLUMNS, rows);
  });
}
