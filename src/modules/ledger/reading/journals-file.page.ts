import { isRefusal } from "#kernel/refusal.ts";
import { type FileColumn, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import type { Route } from "./+types/journals-file.page";
import { askedFormat, MOST_LINES, tooLong } from "./file-limit.ts";
import { readJournals } from "./journals.store.ts";
import type { JournalEntry } from "./lines.store.ts";
import { fr } from "./reading.fr.ts";

const COLUMNS: readonly FileColumn<JournalEntry>[] = [
  { header: fr.journalName, value: (row) => row.journalCode },
  { header: fr.number, value: (row) => String(row.number) },
  { header: fr.date, value: (row) => day(row.date) },
  { header: fr.piece, value: (row) => row.pieceRef },
  { header: fr.label, value: (row) => row.label },
  { header: fr.amount, value: (row) => ({ amount: row.amount }) },
];

/** The entries of the journals as a file, with the filters of the page. */
export function loader(args: Route.LoaderArgs) {
  const format = askedFormat(args.request.url);
  return readTenant(args, async (reader) => {
    const read = await readJournals(reader, args.request.url, MOST_LINES[format]);
    if (isRefusal(read)) return read;
    return read.cut ? tooLong(format) : tableFile(format, "journaux", COLUMNS, read.rows);
  });
}
