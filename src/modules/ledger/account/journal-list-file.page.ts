import { refuse } from "#kernel/refusal.ts";
import { type FileColumn, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import { mayKeepBooks } from "../ledger.policy.ts";
import type { Route } from "./+types/journal-list-file.page";
import type { fr as nounFr } from "./account.fr.ts";
import { journalsInUse } from "./account.store.ts";
import { fr } from "./chart-screen.fr.ts";

type Row = Awaited<ReturnType<typeof journalsInUse>>[number];

const COLUMNS: readonly FileColumn<Row>[] = [
  { header: fr.journal.code, value: (row) => row.code },
  { header: fr.journal.label, value: (row) => row.label },
  { header: fr.journal.lastOn, value: (row) => (row.lastOn === null ? null : day(row.lastOn)) },
];

/** The journals as a file. */
export function loader(args: Route.LoaderArgs) {
  const format = new URL(args.request.url).searchParams.get("format") === "xlsx" ? "xlsx" : "csv";
  return readTenant(args, async ({ tx, actor, organizationId }) => {
    if (!mayKeepBooks(actor, "editChart")) {
      return refuse<keyof typeof nounFr.refusals>("forbidden", "account.forbidden");
    }
    return tableFile(format, "journaux", COLUMNS, await journalsInUse(tx, organizationId));
  });
}
