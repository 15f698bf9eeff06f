import { refuse } from "#kernel/refusal.ts";
import { type FileColumn, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import { listFiscalYears } from "../fiscal-year/fiscal-year.store.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import type { Route } from "./+types/opening-example.page";
import type { fr as refusals } from "./opening.fr.ts";
import type { OpeningRow } from "./opening.ts";
import { exampleRows } from "./opening-example.ts";
import { HEADINGS } from "./opening-file.ts";

const amount = (value: OpeningRow["debit"]) => (value === 0n ? null : { amount: value });

const COLUMNS: readonly FileColumn<OpeningRow>[] = [
  { header: HEADINGS.account, value: (row) => row.account },
  { header: HEADINGS.accountLabel, value: (row) => row.accountLabel },
  { header: HEADINGS.activityCode, value: (row) => row.activityCode },
  { header: HEADINGS.auxiliaryCode, value: (row) => row.auxiliaryCode },
  { header: HEADINGS.auxiliaryLabel, value: (row) => row.auxiliaryLabel },
  { header: HEADINGS.label, value: (row) => row.label },
  { header: HEADINGS.debit, value: (row) => amount(row.debit) },
  { header: HEADINGS.credit, value: (row) => amount(row.credit) },
  { header: HEADINGS.dueDate, value: (row) => (row.dueDate === null ? null : day(row.dueDate)) },
];

/** A file of balances to start from, with the codes of the cooperative's own activities. */
export function loader(args: Route.LoaderArgs) {
  const format = new URL(args.request.url).searchParams.get("format") === "xlsx" ? "xlsx" : "csv";
  return readTenant(args, async ({ app, tx, actor, organizationId, today }) => {
    if (!mayKeepBooks(actor, "importOpening")) {
      return refuse<keyof typeof refusals.refusals>("forbidden", "opening.forbidden");
    }
    const [year] = await listFiscalYears(tx, organizationId);
    const codes = (await app.activityNames(tx, organizationId, "all")).map(({ code }) => code);
    return tableFile(format, "a-nouveaux-exemple", COLUMNS, exampleRows(codes, year?.start ?? today));
  });
}
