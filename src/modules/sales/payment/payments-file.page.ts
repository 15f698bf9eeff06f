import { visibleActivities } from "#kernel/actor.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { day } from "#ui/format.ts";
import { en as invoiceEn } from "../invoice/invoice-screen.en.ts";
import { fr as invoiceFr } from "../invoice/invoice-screen.fr.ts";
import type { Route } from "./+types/payments-file.page";
import { en } from "./payment.en.ts";
import { fr } from "./payment.fr.ts";
import { type ListedPayment, listPayments, paymentFilters } from "./payment-list.store.ts";

const MOST = 100_000;

/** The list of payments as a file, with the rights and the filters of the page. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  return readTenant(args, async ({ tx, actor, organizationId, today, language }) => {
    const words = language === "fr" ? fr : en;
    const lists = language === "fr" ? invoiceFr : invoiceEn;
    const activities = visibleActivities(actor);
    const names = new Map((await activitiesOf(tx, organizationId, activities)).map(({ id, name }) => [id, name]));
    const filters = paymentFilters(parameters, today);
    const { rows } = await listPayments(tx, { organizationId, activities, ...filters, limit: MOST });
    const columns: FileColumn<ListedPayment>[] = [
      { header: words.paidOn, value: (row) => day(row.paidOn) },
      { header: words.invoice, value: (row) => row.number },
      { header: lists.customer, value: (row) => row.customerName },
      { header: lists.activity, value: (row) => names.get(row.activityId) ?? "" },
      { header: words.method, value: (row) => words.methods[row.method] },
      { header: words.reference, value: (row) => row.reference },
      { header: words.amount, value: (row) => ({ amount: row.amount }) },
      { header: words.difference, value: (row) => ({ amount: row.difference }) },
    ];
    return tableFile(fileFormat(parameters), words.file, columns, rows);
  });
}
