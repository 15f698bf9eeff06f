import { refuse } from "#kernel/refusal.ts";
import { type FileColumn, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import type { Route } from "./+types/fiscal-years-file.page";
import { fr as nounFr } from "./fiscal-year.fr.ts";
import { listFiscalYears } from "./fiscal-year.store.ts";
import type { Period } from "./fiscal-year.ts";
import { fr } from "./fiscal-years-screen.fr.ts";

type Row = Period & { readonly code: string };

const COLUMNS: readonly FileColumn<Row>[] = [
  { header: fr.yearColumn, value: (row) => row.code },
  { header: fr.from, value: (row) => day(row.start) },
  { header: fr.until, value: (row) => day(row.end) },
  { header: fr.state, value: (row) => nounFr.states[row.status] },
];

/** The periods of the fiscal years as a file, the latest year first. */
export function loader(args: Route.LoaderArgs) {
  const format = new URL(args.request.url).searchParams.get("format") === "xlsx" ? "xlsx" : "csv";
  return readTenant(args, async ({ tx, actor, organizationId }) => {
    if (!mayKeepBooks(actor, "changePeriod")) {
      return refuse<keyof typeof nounFr.refusals>("forbidden", "fiscalYear.forbidden");
    }
    const years = await listFiscalYears(tx, organizationId);
    const rows = years.toReversed().flatMap(({ code, periods }) => periods.map((period) => ({ ...period, code })));
    return tableFile(format, "exercices", COLUMNS, rows);
  });
}
