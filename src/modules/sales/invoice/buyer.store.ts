/** SQL of the buyer as documents freeze it. */

import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { SalesTables } from "../tables.ts";
import type { FrozenBuyer } from "./frozen-invoice.ts";
import type { CustomerId } from "./stored-invoice.ts";

const sales = (tx: Tx) => tx.withTables<SalesTables>();

export type StoredBuyer = FrozenBuyer & { readonly paymentDays: number | null; readonly activityId: ActivityId };

export async function findBuyer(tx: Tx, organizationId: OrganizationId, id: CustomerId): Promise<StoredBuyer | null> {
  const row = await sales(tx)
    .selectFrom("sales.customer")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    kind: row.kind,
    name: row.name,
    contactName: row.contact_name,
    siren: row.siren,
    siret: row.siret,
    vatNumber: row.vat_number,
    email: row.email,
    street: row.street,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
    electronicAddress: row.electronic_address,
    buyerReference: row.buyer_reference,
    paymentDays: row.payment_days,
    activityId: row.activity_id,
  };
}
