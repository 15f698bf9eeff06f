/** Ce que les ventes disent aux gens : qui l’apprend, et quand cela s’efface. Sur la vraie base. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import type { TestPerson } from "#testing/tenant.ts";
import type { InvoiceId } from "./invoice/invoice.ts";
import { issueInvoice } from "./invoice/issue-invoice.command.ts";
import { returnInvoice, submitInvoice } from "./invoice/review-invoice.command.ts";
import { saveInvoice } from "./invoice/save-invoice.command.ts";
import { recordPayment, reversePayment } from "./payment/record-payment.command.ts";
import { tellIssued, tellMailFailed, tellPayment } from "./tell-people.job.ts";
import { accepted, type SalesTenant, salesTenant } from "./testing.ts";

let sales: SalesTenant;
beforeEach(async () => {
  sales = await salesTenant();
});

/** What is open in somebody's inbox: "sales.invoice.returned factures/…". */
async function told(who: TestPerson): Promise<string[]> {
  const { rows } = await sales.tenant.run((tx) =>
    sql<{ said: string }>`select topic || coalesce(' ' || nullif(concat_ws(' ', facts ->> 'number', facts ->> 'amount',
        facts ->> 'comment', facts ->> 'recipient'), ''), '') as said
      from notification.notice where person_id = ${who.personId} and done_at is null order by at, id`.execute(tx),
  );
  return rows.map(({ said }) => said.replaceAll("\u00a0", " "));
}

/** The effects of one kind that the last acts asked for. */
async function effectsOf(event: string, tell: (app: App, event: OutboxEvent) => Promise<void>): Promise<void> {
  const { rows } = await sales.tenant.run((tx) =>
    sql<OutboxEvent>`select organization_id as "organizationId", id, event, payload, attempts
      from platform.outbox where event = ${event} order by at, id`.execute(tx),
  );
  const app = { database: sales.tenant.database.app, clock: sales.tenant.host.clock } as App;
  for (const one of rows) await tell(app, one);
}

async function submitted(): Promise<InvoiceId> {
  const { invoiceId } = accepted(await sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "100" }])));
  accepted(await sales.run(sales.entrepreneur, submitInvoice, { invoiceId }));
  return invoiceId;
}

const pay = async (who: TestPerson, invoiceId: InvoiceId, amount: string) =>
  accepted(await sales.run(who, recordPayment, { invoiceId, amount, paidOn: "2026-11-22", method: "transfer" }));

describe("Une facture à corriger", () => {
  it("le dit à l’entrepreneur avec le commentaire, jusqu’à ce qu’il la renvoie", async () => {
    const invoiceId = await submitted();
    accepted(await sales.run(sales.accountant, returnInvoice, { invoiceId, comment: "TVA à 10 %" }));
    expect(await told(sales.entrepreneur)).toEqual(["sales.invoice.returned TVA à 10 %"]);
    accepted(await sales.run(sales.entrepreneur, submitInvoice, { invoiceId }));
    expect(await told(sales.entrepreneur)).toEqual([]);
  });

  it("le dit à l’équipe par un compte, un seul pour plusieurs documents", async () => {
    await submitted();
    await submitted();
    expect(await told(sales.accountant)).toEqual(["sales.document.toReview"]);
    expect(await told(sales.entrepreneur)).toEqual([]);
  });
});

describe("Une facture qui avance", () => {
  it("validée par la coopérative, puis payée : une nouvelle chacune, et la correction s’efface", async () => {
    const invoiceId = await submitted();
    const { number } = accepted(await sales.run(sales.accountant, issueInvoice, { invoiceId }));
    await effectsOf("sales.invoice.issued.v1", tellIssued);
    expect(await told(sales.entrepreneur)).toEqual([`sales.invoice.validated ${number}`]);
    await pay(sales.accountant, invoiceId, "2000");
    const { paymentId } = await pay(sales.accountant, invoiceId, "10000");
    sales.tenant.setNow("2026-11-22T11:00:00.000Z");
    accepted(await sales.run(sales.accountant, reversePayment, { paymentId }));
    await effectsOf("sales.payment.recorded.v1", tellPayment);
    expect((await told(sales.entrepreneur)).toSorted().slice(1)).toEqual([
      `sales.payment.received ${number} 20,00 €`,
      `sales.payment.undone ${number} 100,00 €`,
    ]);
  });

  it("payée en entier, le dit ; noté par soi-même, ne dit rien", async () => {
    const { invoiceId, number } = await sales.issue([{ price: "100" }]);
    await pay(sales.accountant, invoiceId, "12000");
    await effectsOf("sales.payment.recorded.v1", tellPayment);
    await effectsOf("sales.payment.recorded.v1", tellPayment);
    expect(await told(sales.entrepreneur)).toEqual([`sales.payment.settled ${number} 120,00 €`]);
    expect(await told(sales.accountant)).toEqual([]);
  });
});

describe("Un message qui n’arrive pas", () => {
  it("le dit à qui l’a envoyé, pour les messages des ventes", async () => {
    const mail = {
      id: sales.tenant.newId<"mail">(),
      ...{ recipient: "client@histoires.example", subjectKind: "sales.invoice", subjectId: "" },
      requestedBy: sales.entrepreneur.personId,
    };
    const place = { organizationId: sales.tenant.organizationId, now: sales.tenant.host.clock() };
    await sales.tenant.run((tx) => tellMailFailed({ ...place, tx }, mail));
    await sales.tenant.run((tx) => tellMailFailed({ ...place, tx }, { ...mail, subjectKind: "other.thing" }));
    expect(await told(sales.entrepreneur)).toEqual(["sales.mail.failed client@histoires.example"]);
  });
});
