/** SQL of the catalogue: load, save, list. */

import { sql } from "kysely";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { UnitPrice } from "#kernel/decimal.ts";
import { type ActivityId, type OrganizationId, parseId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { vatSchema } from "../document/content-json.ts";
import type { CatalogueItem } from "../document/document-form-edit.ts";
import type { LineVat } from "../document/line.ts";
import type { SalesTables } from "../tables.ts";
import type { Product, ProductId, ProductRecord } from "./product.ts";

const sales = (tx: Tx) => tx.withTables<SalesTables>();
const products = (tx: Tx, organizationId: OrganizationId) =>
  sales(tx).selectFrom("sales.product").selectAll().where("organization_id", "=", organizationId);

type Row = Awaited<ReturnType<ReturnType<typeof products>["execute"]>>[number];

function productOf(row: Row): Product {
  return {
    id: row.id,
    activityId: row.activity_id,
    name: row.name,
    description: row.description,
    nature: row.nature,
    unit: row.unit,
    unitPrice: row.unit_price as UnitPrice,
    mode: row.mode,
    vat: vatSchema.parse(row.vat) as LineVat,
    account: row.account,
    archived: row.archived_at !== null,
    version: row.version,
  };
}

/** One article of the tenant, or null. */
export async function findProduct(
  tx: Tx,
  organizationId: OrganizationId,
  id: ProductId,
  lock = false,
): Promise<Product | null> {
  const query = products(tx, organizationId).where("id", "=", id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? productOf(row) : null;
}

export type ProductQuery = {
  readonly organizationId: OrganizationId;
  /** The activities that the actor sees; the filter is part of every list. */
  readonly activities: "all" | ReadonlySet<ActivityId>;
  readonly activityId?: ActivityId | null;
  readonly search: string;
  readonly archived: boolean;
  readonly limit: number;
};

/** ?etat=ranges&activite=…&q=… : the same for the page and for its file. */
export function productFilters(parameters: URLSearchParams): Pick<ProductQuery, "activityId" | "search" | "archived"> {
  return {
    activityId: parseId<"activity">(parameters.get("activite")) as ActivityId | null,
    search: (parameters.get("q") ?? "").slice(0, 100),
    archived: parameters.get("etat") === "ranges",
  };
}

/** By name. */
export async function listProducts(tx: Tx, query: ProductQuery): Promise<Product[]> {
  let select = products(tx, query.organizationId).where("archived_at", query.archived ? "is not" : "is", null);
  if (query.activities !== "all") {
    if (query.activities.size === 0) return [];
    select = select.where("activity_id", "in", [...query.activities]);
  }
  if (query.activityId) select = select.where("activity_id", "=", query.activityId);
  const search = query.search.trim();
  if (search !== "") {
    const like = `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
    select = select.where((eb) => eb.or([eb("name", "ilike", like), eb("description", "ilike", like)]));
  }
  const rows = await select.orderBy(sql`unaccent(lower(name))`).orderBy("id").limit(query.limit).execute();
  return rows.map(productOf);
}

/** The articles that the line editor of an activity offers: at most 500. */
export async function catalogueItems(
  tx: Tx,
  organizationId: OrganizationId,
  activityId: ActivityId,
): Promise<CatalogueItem[]> {
  const listed = await listProducts(tx, {
    organizationId,
    activities: new Set([activityId]),
    search: "",
    archived: false,
    limit: 500,
  });
  return listed.map(({ id, name, description, nature, unit, unitPrice, mode, vat, account }) => ({
    id,
    name,
    description,
    nature,
    unit,
    unitPrice,
    mode,
    vat,
    account,
  }));
}

function columns(record: ProductRecord) {
  return {
    name: record.name,
    description: record.description,
    nature: record.nature,
    unit: record.unit,
    unit_price: record.unitPrice,
    mode: record.mode,
    vat: canonicalJson(record.vat as unknown as Json),
    account: record.account,
  };
}

export async function insertProduct(
  context: CommandContext,
  id: ProductId,
  activityId: ActivityId,
  record: ProductRecord,
): Promise<void> {
  await sales(context.tx)
    .insertInto("sales.product")
    .values({
      organization_id: context.organizationId,
      id,
      activity_id: activityId,
      ...columns(record),
      archived_at: null,
    })
    .execute();
}

/** False when somebody saved another version meanwhile: nothing is overwritten. */
export async function updateProduct(
  context: CommandContext,
  id: ProductId,
  record: ProductRecord,
  version: number,
): Promise<boolean> {
  const result = await sales(context.tx)
    .updateTable("sales.product")
    .set({ ...columns(record), version: version + 1 })
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function setProductArchived(context: CommandContext, id: ProductId, archived: boolean): Promise<void> {
  await sales(context.tx)
    .updateTable("sales.product")
    .set((eb) => ({ archived_at: archived ? context.now : null, version: eb("version", "+", 1) }))
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", id)
    .execute();
}
