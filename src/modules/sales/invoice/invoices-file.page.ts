import { visibleActivities } from "#kernel/actor.ts";
import { subtract } from "#kernel/money.ts";
import { type FileColumn, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import type { Route } from "./+types/invoices-file.page";
import { fr as nounFr } from "./invoice.fr.ts";
import { signed } from "./invoice.ts";
import { type InvoiceRow, listInvoices } from "./invoice-list.store.ts";
import { invoiceFilters } from "./invoice-list-filters.ts";
import { fr } from "./invoice-screen.fr.ts";

const MOST = 100_000;

/** The list of invoices as a file, with the rights and the filters of the page. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  const format = parameters.get("format") === "xlsx" ? "xlsx" : "csv";
  return readTenant(args, async ({ tx, actor, organizationId, today }) => {
    const activities = visibleActivities(actor);
    const { rows } = await listInvoices(tx, {
      organizationId,
      activities,
      ...invoiceFilters(parameters, today),
      today,
      limit: MOST,
    });
    const columns: FileColumn<InvoiceRow>[] = [
      { header: fr.number, value: (row) => row.number },
      { header: fr.status, value: (row) => nounFr.statuses[row.status] },
      { header: "Nature", value: (row) => nounFr.kinds[row.kind] },
      { header: fr.customer, value: (row) => row.customerName },
      { header: fr.subject, value: (row) => row.title },
      { header: fr.date, value: (row) => (row.issueDate === null ? null : day(row.issueDate)) },
      { header: fr.dueDate, value: (row) => (row.dueDate === null ? null : day(row.dueDate)) },
      { header: fr.total, value: (row) => ({ amount: signed(row.kind, row.gross) }) },
      { header: fr.left, value: (row) => ({ amount: signed(row.kind, subtract(row.due, row.settled)) }) },
    ];
    return tableFile(format, "factures", columns, rows);
  });
}
