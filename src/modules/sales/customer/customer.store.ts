/** SQL of customers: load, save, find. Decisions are elsewhere. */

import { sql } from "kysely";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { SalesTables } from "../tables.ts";
import type { Customer, CustomerId, CustomerRecord } from "./customer.ts";

const sales = (tx: Tx) => tx.withTables<SalesTables>();

function columns(record: CustomerRecord) {
  return {
    kind: record.kind,
    name: record.name,
    siren: record.siren,
    siret: record.siret,
    vat_number: record.vatNumber,
    contact_name: record.contactName,
    email: record.email,
    phone: record.phone,
    street: record.street,
    postal_code: record.postalCode,
    city: record.city,
    country: record.country,
    electronic_address: record.electronicAddress,
    buyer_reference: record.buyerReference,
    payment_days: record.paymentDays,
    note: record.note,
    referred_by: record.referredBy,
  };
}

/** One customer of the tenant, or null. `lock` makes two acts on it follow each other. */
export async function findCustomer(
  tx: Tx,
  organizationId: OrganizationId,
  id: CustomerId,
  lock = false,
): Promise<Customer | null> {
  let query = sales(tx)
    .selectFrom("sales.customer")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", id);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    activityId: row.activity_id,
    kind: row.kind,
    name: row.name,
    siren: row.siren,
    siret: row.siret,
    vatNumber: row.vat_number,
    contactName: row.contact_name,
    email: row.email,
    phone: row.phone,
    street: row.street,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
    electronicAddress: row.electronic_address,
    buyerReference: row.buyer_reference,
    paymentDays: row.payment_days,
    note: row.note,
    referredBy: row.referred_by,
    archived: row.archived_at !== null,
    erased: row.erased_at !== null,
    version: row.version,
  };
}

/** Inserts customers of an activity in one statement, however many. Returns their ids, in the order given. */
export async function insertCustomers(
  context: CommandContext,
  activityId: ActivityId,
  records: readonly CustomerRecord[],
): Promise<CustomerId[]> {
  const ids = records.map(() => context.id<"customer">());
  const rows = records.map((record, index) => ({
    organization_id: context.organizationId,
    id: ids[index],
    activity_id: activityId,
    ...columns(record),
    created_at: context.now,
    version: 1,
  }));
  await sql`insert into sales.customer
    select * from jsonb_populate_recordset(null::sales.customer, ${canonicalJson(rows as unknown as Json)}::jsonb)`.execute(
    context.tx,
  );
  return ids;
}

/** False when somebody saved another version meanwhile: nothing is overwritten. */
export async function updateCustomer(
  context: CommandContext,
  id: CustomerId,
  record: CustomerRecord,
  version: number,
): Promise<boolean> {
  const result = await sales(context.tx)
    .updateTable("sales.customer")
    .set({ ...columns(record), version: version + 1 })
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function setArchived(context: CommandContext, id: CustomerId, archived: boolean): Promise<void> {
  await sales(context.tx)
    .updateTable("sales.customer")
    .set((eb) => ({ archived_at: archived ? context.now : null, version: eb("version", "+", 1) }))
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", id)
    .execute();
}

export type CustomerName = { readonly id: CustomerId; readonly name: string; readonly siren: string | null };

/** Customers of the activity that look like this one: the same SIREN, or the same name but for accents and case. */
export async function findAlike(
  tx: Tx,
  organizationId: OrganizationId,
  activityId: ActivityId,
  like: { readonly name: string; readonly siren: string | null },
  except: CustomerId | null,
): Promise<CustomerName[]> {
  const { rows } = await sql<CustomerName>`
    select id, name, siren from sales.customer
     where organization_id = ${organizationId} and activity_id = ${activityId} and archived_at is null
       and id is distinct from ${except}::uuid
       and (siren = ${like.siren} or unaccent(lower(name)) = unaccent(lower(${like.name})))
     order by siren is distinct from ${like.siren}, name collate "fr-x-icu", id limit 5`.execute(tx);
  return rows;
}

/** What is needed to tell an imported line that it is already there. */
export async function knownCustomers(
  tx: Tx,
  organizationId: OrganizationId,
  activityId: ActivityId,
): Promise<{ readonly name: string; readonly siren: string | null }[]> {
  return sales(tx)
    .selectFrom("sales.customer")
    .select(["name", "siren"])
    .where("organization_id", "=", organizationId)
    .where("activity_id", "=", activityId)
    .where("archived_at", "is", null)
    .execute();
}
