import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/table-file.page";
import { askedOf, namesOf } from "./asked.store.ts";
import { type CrossTable, crossTable } from "./cross-table.ts";
import { spreadPeople } from "./people.store.ts";
import { en } from "./question.en.ts";
import { fr } from "./question.fr.ts";
import { mayReadStatistics } from "./question.policy.ts";
import { questionOf } from "./question-address.ts";
import { subjectText, valueWords } from "./wording.ts";

/** The table of a question as a file: all its lines, and its totals. */
export function loader(args: Route.LoaderArgs) {
  const { search, searchParams } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const refusal = mayReadStatistics(reader.actor);
    if (refusal) return refusal;
    const { language, tx, actor } = reader;
    const words = language === "fr" ? fr : en;
    const { who, rows, columns, ...question } = questionOf(search);
    const names = await namesOf(reader);
    const cells = await spreadPeople(tx, actor, who, await askedOf(reader, question), { rows, columns });
    const table = crossTable(cells, { rows, columns });
    const named = (axis: typeof rows, value: string) =>
      axis === null ? words.total : valueWords(axis, value, language, names);
    const shown: FileColumn<CrossTable["rows"][number] & { readonly name: string }>[] = [
      { header: rows === null ? words.total : subjectText(rows, language), value: (row) => row.name },
      ...(columns === null ? [] : table.columns).map((column, rank) => ({
        header: named(columns, column.value),
        value: (row: CrossTable["rows"][number]) => String(row.cells[rank] ?? 0),
      })),
      { header: words.total, value: (row) => String(row.people) },
    ];
    const lines = table.rows.map((row) => ({ ...row, name: named(rows, row.value) }));
    const last = {
      value: "",
      name: words.total,
      people: table.people,
      cells: table.columns.map(({ people }) => people),
    };
    return tableFile(fileFormat(searchParams), words.file, shown, [...lines, last]);
  });
}
