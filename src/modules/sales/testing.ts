/** A cooperative ready to sell, for tests of sales: books open, an activity, an entrepreneur, an accountant, customers. */

import { sql } from "kysely";
import { toDay } from "#kernel/day.ts";
import type { ActivityId, Id } from "#kernel/id.ts";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { balancesByAccount, installDefaults } from "#modules/ledger/index.server.ts";
import { type Command, type ExecuteOptions, execute } from "#platform/command.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import type { InvoiceId } from "./invoice/invoice.ts";
import { issueInvoice } from "./invoice/issue-invoice.command.ts";
import { saveInvoice } from "./invoice/save-invoice.command.ts";

export type TestItem = {
  readonly quantity?: string;
  readonly price: string;
  readonly rate?: number;
  readonly nature?: "goods" | "services";
};

export type SalesTenant = {
  readonly tenant: TestTenant;
  readonly activityId: ActivityId;
  readonly entrepreneur: TestPerson;
  readonly accountant: TestPerson;
  readonly customerId: Id<"customer">;
  run<Input, Output>(
    person: TestPerson,
    command: Command<Input, Output>,
    input: unknown,
    options?: ExecuteOptions,
  ): Promise<Output | Refusal>;
  /** The input of a draft: HT unless said otherwise, prices as text ("1000"). */
  draft(
    items: readonly TestItem[],
    more?: { mode?: "ht" | "ttc"; customerId?: Id<"customer">; issueDate?: string },
  ): unknown;
  /** Saves and issues; throws on a refusal. */
  issue(
    items: readonly TestItem[],
    more?: Parameters<SalesTenant["draft"]>[1],
  ): Promise<{ invoiceId: InvoiceId; number: string }>;
  /** debit − credit by account, in cents, zero accounts left out. */
  balances(): Promise<Record<string, bigint>>;
  customer(kind: "company" | "individual"): Promise<Id<"customer">>;
};

/** Throws when a command refuses: for the steps that a test takes for granted. */
export function accepted<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${result.code} ${JSON.stringify(result)}`);
  return result as T;
}

export async function salesTenant(options: { now?: string; settings?: unknown } = {}): Promise<SalesTenant> {
  const tenant = await freshTenant({ now: options.now });
  await tenant.run(async (tx) => {
    await installDefaults({
      organizationId: tenant.organizationId,
      tx,
      now: tenant.host.clock(),
      today: toDay("2026-01-01"),
      id: tenant.newId,
    });
    if (options.settings !== undefined) {
      await sql`update membership.organization set settings = ${JSON.stringify(options.settings)}::jsonb`.execute(tx);
    }
  });
  const activityId = await tenant.activity();
  const entrepreneur = await tenant.person({ activities: [activityId] });
  const accountant = await tenant.person({ roles: ["accountant"] });
  const customer = async (kind: "company" | "individual") => {
    const id = tenant.newId<"customer">();
    await tenant.run((tx) =>
      sql`insert into sales.customer (organization_id, id, activity_id, kind, name, siren, siret, vat_number, email, street, postal_code, city, created_at)
        values (${tenant.organizationId}, ${id}, ${activityId}, ${kind}, ${kind === "company" ? "Crèche Les Lutins" : "Élodie Lefèvre"},
          ${kind === "company" ? "552081317" : null}, ${kind === "company" ? "55208131766522" : null},
          ${kind === "company" ? "FR03552081317" : null}, 'compta@lutins.example', '4 place du Marché', '69100', 'Villeurbanne', now())`.execute(
        tx,
      ),
    );
    return id;
  };
  const customerId = await customer("company");
  const run: SalesTenant["run"] = (person, command, input, more) =>
    execute(tenant.host, person.caller, command, input, more);
  const draft: SalesTenant["draft"] = (items, more = {}) => ({
    invoiceId: null,
    version: null,
    activityId,
    customerId: more.customerId ?? customerId,
    issueDate: more.issueDate ?? null,
    dueDate: null,
    title: "Réfection de la salle de bains",
    content: {
      mode: more.mode ?? "ht",
      lines: items.map((item) => ({
        kind: "item",
        name: "Prestation",
        description: "",
        nature: item.nature ?? "services",
        quantity: scaled(item.quantity ?? "1", 4),
        unit: "C62",
        unitPrice: scaled(item.price, 6),
        discount: null,
        vat: { category: "S", rate: item.rate ?? 2000, exemption: null },
        account: item.nature === "goods" ? "707" : "706",
      })),
      discounts: [],
      deliveryDate: null,
      purchaseOrder: "",
      note: "",
      language: "fr",
    },
  });
  return {
    tenant,
    activityId,
    entrepreneur,
    accountant,
    customerId,
    run,
    draft,
    customer,
    async issue(items, more) {
      const saved = accepted(await run(entrepreneur, saveInvoice, draft(items, more)));
      return accepted(await run(accountant, issueInvoice, { invoiceId: saved.invoiceId }));
    },
    async balances() {
      const found = await tenant.run((tx) =>
        balancesByAccount(tx, { organizationId: tenant.organizationId, activityId, until: toDay("2026-12-31") }),
      );
      const balances: Record<string, bigint> = {};
      for (const { account, debit, credit } of found) {
        if (debit !== credit) balances[account] = debit - credit;
      }
      return balances;
    },
  };
}

function scaled(text: string, scale: number): string {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(scale, "0")).toString();
}
