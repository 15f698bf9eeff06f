import { visibleActivities } from "#kernel/actor.ts";
import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/customers-file.page";
import { en as nounEn } from "./customer.en.ts";
import { fr as nounFr } from "./customer.fr.ts";
import { type CustomerRow, customerFilters, listCustomers } from "./customer-list.store.ts";
import { en } from "./customer-screen.en.ts";
import { fr } from "./customer-screen.fr.ts";

const MOST = 100_000;

/** The list of customers as a file, with the rights and the filters of the page; its headings are those that the import reads. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  const format = fileFormat(parameters);
  return readTenant(args, async ({ tx, actor, organizationId, language }) => {
    const words = language === "fr" ? fr : en;
    const { fieldsOf: fields, referrers } = language === "fr" ? nounFr : nounEn;
    const rows = await listCustomers(tx, {
      organizationId,
      activities: visibleActivities(actor),
      ...customerFilters(parameters),
      limit: MOST,
      offset: 0,
    });
    const columns: FileColumn<CustomerRow>[] = [
      { header: fields.name, value: (row) => row.name },
      { header: "Type", value: (row) => (row.kind === "company" ? words.kindCompany : words.kindIndividual) },
      { header: fields.siren, value: (row) => row.siren },
      { header: fields.siret, value: (row) => row.siret },
      { header: fields.vatNumber, value: (row) => row.vatNumber },
      { header: fields.contactName, value: (row) => row.contactName },
      { header: fields.email, value: (row) => row.email },
      { header: fields.phone, value: (row) => row.phone },
      { header: fields.street, value: (row) => row.street },
      { header: fields.postalCode, value: (row) => row.postalCode },
      { header: fields.city, value: (row) => row.city },
      { header: fields.country, value: (row) => row.country },
      { header: fields.referredBy, value: (row) => (row.referredBy === "" ? "" : referrers[row.referredBy]) },
      { header: words.invoiced, value: (row) => ({ amount: row.invoiced }) },
      { header: words.owed, value: (row) => ({ amount: row.owed }) },
    ];
    return tableFile(format, "clients", columns, rows);
  });
}
