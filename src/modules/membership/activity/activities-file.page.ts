import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/activities-file.page";
import { en as activityEn } from "./activity.en.ts";
import { fr as activityFr } from "./activity.fr.ts";
import { en } from "./activity-screen.en.ts";
import { fr } from "./activity-screen.fr.ts";
import { listedActivities } from "./listed-activities.store.ts";

/** The list of activities as a file, with the rights and the filters of the page. */
export function loader(args: Route.LoaderArgs) {
  const { search, searchParams } = new URL(args.request.url);
  return readTenant(args, async (reader) => {
    const french = reader.language === "fr";
    const words = (french ? fr : en).list;
    const { statuses } = french ? activityFr : activityEn;
    const { activities } = await listedActivities(reader, search);
    const columns: FileColumn<(typeof activities)[number]>[] = [
      { header: words.name, value: (row) => row.name },
      { header: words.code, value: (row) => row.code },
      { header: words.trade, value: (row) => row.trade },
      { header: words.persons, value: (row) => row.persons.join(", ") },
      { header: words.status, value: (row) => statuses[row.status] },
    ];
    return tableFile(fileFormat(searchParams), words.file, columns, activities);
  });
}
