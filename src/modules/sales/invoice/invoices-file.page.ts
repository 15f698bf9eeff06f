import { visibleActivities } from "#kernel/actor.ts";
import { subtract } from "#kernel/money.ts";
import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import type { Route } from "./+types/invoices-file.page";
import { en as nounEn } from "./invoice.en.ts";
import { fr as nounFr } from "./invoice.fr.ts";
import { signed } from "./invoice.ts";
import { type InvoiceRow, listInvoices } from "./invoice-list.store.ts";
import { invoiceFilters } from "./invoice-list-filters.ts";
import { en } from "./invoice-screen.en.ts";
import { fr } from "./invoice-screen.fr.ts";

const MOST = 100_000;

/** The list of invoices as a file, with the rights and the filters of the page. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  const format = fileFormat(parameters);
  return readTenant(args, async ({ tx, actor, organizationId, today, language }) => {
    const words = language === "fr" ? fr : en;
    const noun = language === "fr" ? nounFr : nounEn;
    const activities = visibleActivities(actor);
    const { rows } = await listInvoices(tx, {
      organizationId,
      activities,
      ...invoiceFilters(parameters, today),
      today,
      limit: MOST,
    });
    const columns: FileColumn<InvoiceRow>[] = [
      { header: words.number, value: (row) => row.number },
      { header: words.status, value: (row) => noun.statuses[row.status] },
      { header: words.kind, value: (row) => noun.kinds[row.kind] },
      { header: words.customer, value: (row) => row.customerName },
      { header: words.subject, value: (row) => row.title },
      { header: words.date, value: (row) => (row.issueDate === null ? null : day(row.issueDate)) },
      { header: words.dueDate, value: (row) => (row.dueDate === null ? null : day(row.dueDate)) },
      { header: words.total, value: (row) => ({ amount: signed(row.kind, row.gross) }) },
      { header: words.left, value: (row) => ({ amount: signed(row.kind, subtract(row.due, row.settled)) }) },
    ];
    return tableFile(format, "factures", columns, rows);
  });
}
