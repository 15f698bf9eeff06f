import { fill } from "#kernel/language.ts";
import type { Cents } from "#kernel/money.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { type FileColumn, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import type { Route } from "./+types/general-ledger-file.page";
import { askedFormat, MOST_LINES, tooLong } from "./file-limit.ts";
import { type GeneralLedger, readGeneralLedger } from "./general-ledger.store.ts";
import { fr } from "./reading.fr.ts";

type Row = {
  readonly account: string;
  readonly accountLabel: string;
  readonly texts: readonly string[];
  readonly debit: Cents | null;
  readonly credit: Cents | null;
  readonly running: Cents;
};

const amount = (value: Cents | null) => (value === null || value === 0n ? null : { amount: value });
const TEXTS = [fr.date, fr.journalName, fr.number, fr.piece, fr.label, fr.party, fr.letter, fr.activity];

const COLUMNS: readonly FileColumn<Row>[] = [
  { header: fr.account, value: (row) => row.account },
  { header: fr.accountName, value: (row) => row.accountLabel },
  ...TEXTS.map((header, index) => ({ header, value: (row: Row) => row.texts[index] ?? null })),
  { header: fr.debit, value: (row) => amount(row.debit) },
  { header: fr.credit, value: (row) => amount(row.credit) },
  { header: fr.running, value: (row) => ({ amount: row.running }) },
];

/** The general ledger as a file: every line with its account, and the balance it starts from. */
export function loader(args: Route.LoaderArgs) {
  const format = askedFormat(args.request.url);
  return readTenant(args, async (reader) => {
    const read = await readGeneralLedger(reader, args.request.url, MOST_LINES[format]);
    if (isRefusal(read)) return read;
    return read.cut ? tooLong(format) : tableFile(format, "grand-livre", COLUMNS, rowsOf(read));
  });
}

function rowsOf({ filter, accounts }: GeneralLedger): Row[] {
  return accounts.flatMap(({ account, label, before, lines }) => {
    const start = {
      account,
      accountLabel: label,
      texts: [day(filter.from), "", "", "", fill(fr.before, { date: day(filter.from) })],
      debit: null,
      credit: null,
      running: before,
    };
    const own = lines.map((line) => ({
      account,
      accountLabel: label,
      texts: [
        day(line.date),
        line.journalCode,
        String(line.number),
        line.pieceRef,
        line.label,
        line.auxiliary ?? "",
        line.letter ?? "",
        line.activityName ?? fr.sharedServices,
      ],
      debit: line.debit,
      credit: line.credit,
      running: line.running,
    }));
    return before === 0n ? own : [start, ...own];
  });
}
