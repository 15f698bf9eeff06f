import type { Cents } from "#kernel/money.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { type FileColumn, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/analysis-file.page";
import { askedFormat } from "./file-limit.ts";
import { fr } from "./statements.fr.ts";
import { readStatements, type Statements } from "./statements.store.ts";
import { balanceSheetOf, profitAndLossOf, type Section } from "./statements.ts";

type Row = {
  readonly activity: string;
  readonly statement: string;
  readonly section: string;
  readonly account: string;
  readonly label: string;
  readonly amount: Cents;
  readonly earlier: Cents;
};

const COLUMNS: readonly FileColumn<Row>[] = [
  { header: fr.activity, value: (row) => row.activity },
  { header: fr.file.statement, value: (row) => row.statement },
  { header: fr.file.section, value: (row) => row.section },
  { header: fr.account, value: (row) => row.account },
  { header: fr.file.label, value: (row) => row.label },
  { header: fr.file.amount, value: (row) => ({ amount: row.amount }) },
  { header: fr.file.earlier, value: (row) => ({ amount: row.earlier }) },
];

/** The analytical accounts as a file: both statements of each activity that the page shows. */
export function loader(args: Route.LoaderArgs) {
  const format = askedFormat(args.request.url);
  return readTenant(args, async (reader) => {
    const read = await readStatements(reader, args.request.url);
    return isRefusal(read) ? read : tableFile(format, "comptes-analytiques", COLUMNS, rowsOf(read));
  });
}

function rowsOf({ parts, labels }: Statements): Row[] {
  return parts.flatMap(({ name, balances }) => {
    const activity = name ?? fr.sharedServices;
    const profitAndLoss = profitAndLossOf(balances);
    const { assets, liabilities } = balanceSheetOf(balances);
    const rows = (statement: string, sections: readonly Section[]) =>
      sections.flatMap((part) =>
        part.rows.map(
          (row): Row => ({
            ...row,
            activity,
            statement,
            section: fr.sections[part.key],
            label: labels[row.account] ?? "",
          }),
        ),
      );
    const result = { activity, section: "", account: "", label: fr.yearResult, ...profitAndLoss.result };
    return [
      ...rows(fr.profitAndLoss, profitAndLoss.sections),
      { ...result, statement: fr.profitAndLoss },
      ...rows(fr.balanceSheet, [...assets, ...liabilities]),
      { ...result, statement: fr.balanceSheet },
    ];
  });
}
