import { sql } from "kysely";
import type { ActivityId, Id, OrganizationId } from "#kernel/id.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { createCooperative, openActivity } from "#modules/membership/index.server.ts";
import { createCustomer } from "#modules/sales/customer/save-customer.command.ts";
import { issueInvoice } from "#modules/sales/invoice/issue-invoice.command.ts";
import { saveInvoice } from "#modules/sales/invoice/save-invoice.command.ts";
import type { App } from "#platform/app.ts";
import { type Caller, execute } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import { withTenant } from "#platform/database/tenant.ts";

const USER = "founder" as Id<"user">;
const SLUG = "l-etabli";

/** Throws when a command refuses: for the steps that a story takes for granted. */
export function accepted<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result as T;
}

/** The founder of the cooperative that an earlier life of the application made; null the first time. */
export async function founder(app: App): Promise<Caller | null> {
  const organizationId = await app.findOrganization(SLUG, USER);
  return organizationId === null ? null : { organizationId, userId: USER };
}

/** A cooperative with two activities, a customer and a draft of each, by the real commands. */
export async function openCooperative(app: App): Promise<Caller> {
  const identity = {
    legalName: "L’Établi",
    slug: SLUG,
    siren: "732829320",
    siret: "73282932000074",
    street: "12 rue de l’Atelier",
    postalCode: "29200",
    city: "Brest",
    email: "contact@etabli.example",
    firstName: "Camille",
    lastName: "Kerros",
    administratorEmail: "camille@etabli.example",
  };
  const { organizationId } = accepted(
    await createCooperative(app, identity, { userId: USER, installers: app.installers }),
  ) as { organizationId: OrganizationId };
  const caller = { organizationId, userId: USER };
  for (const name of ["Plomberie Roux", "Atelier de reliure"]) {
    const { activityId } = accepted(await execute(app, caller, openActivity, { name, openedOn: "2025-01-01" }));
    const { customerId } = accepted(await execute(app, caller, createCustomer, { activityId, customer: CUSTOMER }));
    accepted(await execute(app, caller, saveInvoice, draft(activityId, customerId)));
  }
  return caller;
}

const CUSTOMER = {
  kind: "company",
  name: "Crèche Les Lutins",
  siren: "552081317",
  email: "compta@lutins.example",
  street: "4 place du Marché",
  postalCode: "69100",
  city: "Villeurbanne",
};

/** Two rates, so that the entry has five lines. */
function draft(activityId: ActivityId, customerId: Id<"customer">) {
  const item = (name: string, unitPrice: string, rate: number) => ({
    kind: "item",
    name,
    description: "",
    nature: "services",
    quantity: "10000",
    unit: "C62",
    unitPrice,
    discount: null,
    vat: { category: "S", rate, exemption: null },
    account: "706",
  });
  return {
    invoiceId: null,
    version: null,
    activityId,
    customerId,
    issueDate: null,
    dueDate: null,
    title: "Salle de bains",
    content: {
      mode: "ht",
      lines: [item("Pose", "333330000", 1000), item("Étude", "1000000", 2000)],
      discounts: [],
      deliveryDate: null,
      purchaseOrder: "",
      note: "",
      language: "fr",
    },
  };
}

/** One more invoice, submitted then issued. */
export async function issueAnother(app: App, caller: Caller): Promise<{ invoiceId: Id<"invoice">; number: string }> {
  const [invoiceId] = await withTenant(app.database, caller, (tx) => copyDrafts(tx, caller.organizationId, 1));
  return accepted(await execute(app, caller, issueInvoice, { invoiceId }));
}

/** Copies the drafts that the commands made, `count` in all. Gives the new identifiers. */
export async function copyDrafts(tx: Tx, organizationId: OrganizationId, count: number): Promise<Id<"invoice">[]> {
  const { rows } = await sql<{ id: Id<"invoice"> }>`
    with model as (
      select i.*, row_number() over (order by i.created_at) as rank from sales.invoice i
       where i.organization_id = ${organizationId} and i.status = 'draft' and i.title = 'Salle de bains'
    )
    insert into sales.invoice (organization_id, id, activity_id, customer_id, kind, status, title, content, net, tax, gross,
        due, created_by, created_at, updated_at)
    select organization_id, gen_random_uuid(), activity_id, customer_id, kind, 'submitted', 'Copie', content, net, tax, gross,
        due, created_by, now(), now()
      from generate_series(1, ${count}) as copy join model on model.rank = copy % 2 + 1
    returning id`.execute(tx);
  return rows.map((row) => row.id);
}
