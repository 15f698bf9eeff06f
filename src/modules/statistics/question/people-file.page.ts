import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { traceReading } from "#platform/http/trace-reading.ts";
import { day } from "#ui/format.ts";
import type { Route } from "./+types/people-file.page";
import { askedOf, namesOf } from "./asked.store.ts";
import { type Counted, listPeople } from "./people.store.ts";
import { en } from "./question.en.ts";
import { fr } from "./question.fr.ts";
import { mayReadStatistics } from "./question.policy.ts";
import { questionOf } from "./question-address.ts";
import { valueWords } from "./wording.ts";

/** The persons behind a figure as a file, with the rights of the page. */
export function loader(args: Route.LoaderArgs) {
  const { search, searchParams } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const refusal = mayReadStatistics(reader.actor);
    if (refusal) return refusal;
    const { language, tx, actor } = reader;
    const words = language === "fr" ? fr : en;
    const question = questionOf(search);
    const names = await namesOf(reader);
    const rows = await listPeople(tx, actor, question.who, await askedOf(reader, question), null);
    const columns: FileColumn<Counted>[] = [
      { header: words.person, value: (row) => `${row.lastName} ${row.firstName}` },
      {
        header: words.contract,
        value: (row) => (row.contract === null ? "" : valueWords("contract", row.contract, language, names)),
      },
      { header: words.since, value: (row) => (row.since === null ? "" : day(row.since)) },
      { header: words.site, value: (row) => names[row.site ?? ""] ?? "" },
      { header: words.follower, value: (row) => names[row.follower ?? ""] ?? "" },
    ];
    await traceReading(reader, "statistics.person.export", {
      subjectKind: "statistics.question",
      subjectId: reader.organizationId,
      details: { count: rows.length },
    });
    return tableFile(fileFormat(searchParams), words.peopleFile, columns, rows);
  });
}
