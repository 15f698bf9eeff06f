import { dayIn } from "#kernel/day.ts";
import { timeIn } from "#kernel/zoned.ts";
import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import { parseDayInput } from "#ui/parse.ts";
import type { Route } from "./+types/accesses-file.page";
import { en } from "./access.en.ts";
import { fr } from "./access.fr.ts";
import { mayKeepPrivacy } from "./access.policy.ts";
import { type Access, accesses } from "./access.store.ts";
import { accessFilter } from "./access.ts";

const MOST_ROWS = 20_000;

/** The log of readings as a file, with the rights and the filters of the page. */
export function loader(args: Route.LoaderArgs) {
  const { search, searchParams } = new URL(args.request.url);
  return readTenant(args, async ({ tx, actor, organizationId, today, timeZone, language }) => {
    const refusal = mayKeepPrivacy(actor);
    if (refusal) return refusal;
    const words = language === "fr" ? fr : en;
    const filter = accessFilter(search, (text) => parseDayInput(text, today));
    const { rows } = await accesses(tx, organizationId, timeZone, filter, { limit: MOST_ROWS, offset: 0 });
    const columns: FileColumn<Access>[] = [
      { header: words.when, value: ({ at }) => `${day(dayIn(at, timeZone))} ${timeIn(at, timeZone)}` },
      { header: words.who, value: ({ who }) => who },
      { header: words.what, value: ({ action }) => words.actions[action] },
      { header: words.about, value: ({ about, count }) => about || (count === null ? null : String(count)) },
    ];
    return tableFile(fileFormat(searchParams), words.file, columns, rows);
  });
}
