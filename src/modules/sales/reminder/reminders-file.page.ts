import { visibleActivities } from "#kernel/actor.ts";
import { activitiesOf, organizationProfile } from "#modules/membership/index.server.ts";
import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import { en as invoiceEn } from "../invoice/invoice.en.ts";
import { fr as invoiceFr } from "../invoice/invoice.fr.ts";
import { salesSettings } from "../settings.ts";
import type { Route } from "./+types/reminders-file.page";
import { groupLate, type LateGroup } from "./late-customers.ts";
import { en } from "./reminder.en.ts";
import { fr } from "./reminder.fr.ts";
import { lateInvoices, listLateCustomers } from "./reminder.store.ts";
import { reminderFilters } from "./reminder-list-filters.ts";

const MOST = 20_000;

type Row = LateGroup["invoices"][number] & { readonly customer: LateGroup };

/** The late invoices as a file, with the rights and the filters of the page. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  const format = fileFormat(parameters);
  return readTenant(args, async ({ tx, actor, organizationId, today, language }) => {
    const words = language === "fr" ? fr : en;
    const kinds = (language === "fr" ? invoiceFr : invoiceEn).kinds;
    const activities = visibleActivities(actor);
    const names = new Map((await activitiesOf(tx, organizationId, activities)).map(({ id, name }) => [id, name]));
    const query = { organizationId, activities, ...reminderFilters(parameters), today };
    const { rows: customers } = await listLateCustomers(tx, query, { limit: MOST, offset: 0 });
    const ids = customers.map(({ id }) => id);
    const { settings } = await organizationProfile(tx, organizationId);
    const plan = salesSettings(settings).reminders;
    const rows = groupLate(customers, await lateInvoices(tx, organizationId, ids, today), plan, today).flatMap(
      (customer) => customer.invoices.map((invoice) => ({ ...invoice, customer })),
    );
    const columns: FileColumn<Row>[] = [
      { header: words.customer, value: (row) => row.customer.name },
      { header: words.activity, value: (row) => names.get(row.customer.activityId) ?? "" },
      { header: words.number, value: (row) => row.number },
      { header: words.kind, value: (row) => kinds[row.kind] },
      { header: words.issueDate, value: (row) => day(row.issueDate) },
      { header: words.dueDate, value: (row) => day(row.dueDate) },
      { header: words.daysLateColumn, value: (row) => String(row.daysLate) },
      { header: words.left, value: (row) => ({ amount: row.left }) },
      { header: words.lastLevel, value: (row) => (row.lastLevel === null ? null : words.levels[row.lastLevel]) },
      { header: words.lastOn, value: (row) => (row.lastOn === null ? null : day(row.lastOn)) },
      {
        header: words.paused,
        value: (row) => (row.customer.pausedAt === null ? null : row.customer.pauseReason || "×"),
      },
    ];
    return tableFile(format, words.file, columns, rows);
  });
}
