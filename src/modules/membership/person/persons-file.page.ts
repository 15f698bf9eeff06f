import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { traceReading } from "#platform/http/trace-reading.ts";
import { en as contractEn } from "../contract/contract.en.ts";
import { fr as contractFr } from "../contract/contract.fr.ts";
import type { Route } from "./+types/persons-file.page";
import { listedPersons } from "./listed-persons.store.ts";
import { en as personEn } from "./person.en.ts";
import { fr as personFr } from "./person.fr.ts";
import { mayListPersons } from "./person.policy.ts";
import { en } from "./person-screen.en.ts";
import { fr } from "./person-screen.fr.ts";

/** The list of persons as a file, with the rights and the filters of the page. */
export function loader(args: Route.LoaderArgs) {
  const { search, searchParams } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const refusal = mayListPersons(reader.actor);
    if (refusal) return refusal;
    const french = reader.language === "fr";
    const words = (french ? fr : en).list;
    const { access } = french ? personFr : personEn;
    const { statuses } = french ? contractFr : contractEn;
    const { persons } = await listedPersons(reader, search);
    const columns: FileColumn<(typeof persons)[number]>[] = [
      { header: words.name, value: (row) => row.name },
      { header: words.contract, value: (row) => statuses[row.contract ?? "none"] },
      { header: words.activities, value: (row) => row.activities.join(", ") },
      { header: words.site, value: (row) => row.site ?? null },
      { header: words.follower, value: (row) => row.follower ?? null },
      { header: words.access, value: (row) => access[row.access] },
    ];
    await traceReading(reader, "membership.person.export", {
      subjectKind: "membership.person",
      subjectId: reader.organizationId,
      details: { count: persons.length },
    });
    return tableFile(fileFormat(searchParams), words.file, columns, persons);
  });
}
