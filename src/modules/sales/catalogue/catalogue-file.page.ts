import { visibleActivities } from "#kernel/actor.ts";
import { type FileColumn, fileFormat, tableFile } from "#platform/http/table-file.ts";
import { readTenant } from "#platform/http/tenant.ts";
import { priceText } from "../document/document-form.ts";
import { unitWord } from "../document/unit.ts";
import { treatmentOf } from "../document/vat-treatment.ts";
import type { Route } from "./+types/catalogue-file.page";
import { listProducts, productFilters } from "./catalogue.store.ts";
import { en } from "./product.en.ts";
import { fr } from "./product.fr.ts";
import type { Product } from "./product.ts";

const MOST = 100_000;

/** The catalogue as a file, with the rights and the filters of the page. Prices are text: they may have six decimals. */
export function loader(args: Route.LoaderArgs) {
  const parameters = new URL(args.request.url).searchParams;
  const format = fileFormat(parameters);
  return readTenant(args, async ({ tx, actor, organizationId, language }) => {
    const words = language === "fr" ? fr : en;
    const rows = await listProducts(tx, {
      organizationId,
      activities: visibleActivities(actor),
      ...productFilters(parameters),
      limit: MOST,
    });
    const columns: FileColumn<Product>[] = [
      { header: words.fieldsOf.name, value: (row) => row.name },
      { header: words.fieldsOf.description, value: (row) => row.description },
      { header: words.fieldsOf.nature, value: (row) => words.natures[row.nature] },
      { header: words.fieldsOf.unit, value: (row) => unitWord(row.unit, language) },
      { header: words.fieldsOf.unitPrice, value: (row) => priceText(row.unitPrice, language) },
      { header: words.fieldsOf.mode, value: (row) => words.shortModes[row.mode] },
      { header: words.fieldsOf.vat, value: (row) => treatmentOf(row.vat)?.words[language] ?? null },
      { header: words.fieldsOf.account, value: (row) => row.account },
    ];
    return tableFile(format, "catalogue", columns, rows);
  });
}
