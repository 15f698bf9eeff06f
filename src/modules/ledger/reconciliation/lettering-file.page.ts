import { refuse } from "#kernel/refusal.ts";
import { type FileColumn, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import type { Route } from "./+types/lettering-file.page";
import { type LetterableLine, letteringFilters, openLines } from "./lettering-list.store.ts";
import { fr } from "./lettering-screen.fr.ts";

const MOST = 100_000;

const COLUMNS: readonly FileColumn<LetterableLine>[] = [
  { header: fr.account, value: (line) => line.account },
  { header: fr.party, value: (line) => line.auxiliaryLabel },
  { header: fr.date, value: (line) => day(line.date) },
  { header: fr.number, value: (line) => `${line.journalCode} ${line.entryNumber}` },
  { header: fr.piece, value: (line) => line.pieceRef },
  { header: fr.label, value: (line) => line.label },
  { header: fr.debit, value: (line) => ({ amount: line.debit }) },
  { header: fr.credit, value: (line) => ({ amount: line.credit }) },
];

/** The open lines of an account as a file, with the rights and the filters of the page. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  const format = parameters.get("format") === "xlsx" ? "xlsx" : "csv";
  return readTenant(args, async ({ tx, actor, organizationId }) => {
    if (!mayKeepBooks(actor, "reconcile")) return refuse("forbidden", "reconciliation.forbidden");
    const lines = await openLines(tx, { organizationId, ...letteringFilters(parameters), limit: MOST });
    return tableFile(format, "lettrage", COLUMNS, lines);
  });
}
