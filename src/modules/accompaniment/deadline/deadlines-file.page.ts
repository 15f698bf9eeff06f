import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { traceReading } from "#platform/http/trace-reading.ts";
import { day } from "#ui/format.ts";
import type { Route } from "./+types/deadlines-file.page";
import { en } from "./deadline.en.ts";
import { fr } from "./deadline.fr.ts";
import { mayReadDeadlines } from "./deadline.policy.ts";
import { type DeadlineRow, listedDeadlines } from "./listed-deadlines.store.ts";

/** The list of deadlines as a file, with the rights and the filter of the page. */
export function loader(args: Route.LoaderArgs) {
  const { search, searchParams } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const refusal = mayReadDeadlines(reader.actor);
    if (refusal) return refusal;
    const words = reader.language === "fr" ? fr : en;
    const { rows } = await listedDeadlines(reader, search);
    const columns: FileColumn<DeadlineRow>[] = [
      { header: words.person, value: (row) => row.name },
      { header: words.what, value: (row) => words.kinds[row.kind] },
      { header: words.on, value: (row) => day(row.on) },
      { header: words.urgency, value: (row) => words.urgencies[row.urgency] },
      { header: words.follower, value: (row) => row.follower },
      { header: words.act, value: (row) => words.todo[row.kind] },
    ];
    await traceReading(reader, "accompaniment.deadline.export", {
      subjectKind: "accompaniment.deadline",
      subjectId: reader.organizationId,
      details: { count: rows.length },
    });
    return tableFile(fileFormat(searchParams), words.file, columns, rows);
  });
}
