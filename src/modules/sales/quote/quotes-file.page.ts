import { visibleActivities } from "#kernel/actor.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import type { Route } from "./+types/quotes-file.page";
import { en as nounEn } from "./quote.en.ts";
import { fr as nounFr } from "./quote.fr.ts";
import { listQuotes, type QuoteRow } from "./quote-list.store.ts";
import { quoteFilters } from "./quote-list-filters.ts";
import { en } from "./quote-screen.en.ts";
import { fr } from "./quote-screen.fr.ts";

const MOST = 100_000;

/** The list of quotes as a file, with the rights and the filters of the page. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  const format = fileFormat(parameters);
  return readTenant(args, async ({ tx, actor, organizationId, today, language }) => {
    const words = language === "fr" ? fr : en;
    const noun = language === "fr" ? nounFr : nounEn;
    const visible = visibleActivities(actor);
    const names = new Map((await activitiesOf(tx, organizationId, visible)).map(({ id, name }) => [id, name]));
    const { rows } = await listQuotes(tx, {
      organizationId,
      activities: visible,
      ...quoteFilters(parameters, today),
      today,
      limit: MOST,
    });
    const columns: FileColumn<QuoteRow>[] = [
      { header: words.number, value: (row) => row.number },
      { header: words.state, value: (row) => noun.statuses[row.status] },
      { header: words.activity, value: (row) => names.get(row.activityId) ?? null },
      { header: words.customer, value: (row) => row.customerName },
      { header: words.subject, value: (row) => row.title },
      { header: words.date, value: (row) => (row.issueDate === null ? null : day(row.issueDate)) },
      { header: words.validUntil, value: (row) => (row.validUntil === null ? null : day(row.validUntil)) },
      { header: words.net, value: (row) => ({ amount: row.net }) },
      { header: words.total, value: (row) => ({ amount: row.gross }) },
    ];
    return tableFile(format, "devis", columns, rows);
  });
}
