import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { mayReadStatistics } from "../question/question.policy.ts";
import type { Route } from "./+types/report-file.page";
import { en } from "./report.en.ts";
import { fr } from "./report.fr.ts";
import { readReport } from "./report.store.ts";
import { type ReportLine, reportParts } from "./report-lines.ts";

/** The report as a file: every figure with its definition beside it. */
export function loader(args: Route.LoaderArgs) {
  const { search, searchParams } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const refusal = mayReadStatistics(reader.actor);
    if (refusal) return refusal;
    const words = reader.language === "fr" ? fr : en;
    const parts = reportParts(await readReport(reader, search), reader.language);
    const rows = parts.flatMap(({ title, definition, lines }) => [
      { name: title, value: "", definition },
      ...lines.map((line) => ({ ...line, value: line.value.replace(/\u00a0/g, "") })),
    ]);
    const columns: FileColumn<ReportLine>[] = [
      { header: words.figure, value: (row) => row.name },
      { header: words.people, value: (row) => row.value },
      { header: words.definition, value: (row) => row.definition },
    ];
    return tableFile(fileFormat(searchParams), words.file, columns, rows);
  });
}
