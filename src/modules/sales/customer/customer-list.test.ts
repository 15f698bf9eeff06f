import { describe, expect, it } from "vitest";
import { creditInvoice } from "../invoice/credit-invoice.command.ts";
import { issueInvoice } from "../invoice/issue-invoice.command.ts";
import { recordPayment } from "../payment/record-payment.command.ts";
import { accepted, salesTenant } from "../testing.ts";
import { CUSTOMER_ORDERS, customerChoices, documentsOf, listCustomers } from "./customer-list.store.ts";
import { importCustomers } from "./import-customers.command.ts";

describe("La liste des clients", () => {
  it("dit ce qui est facturé et ce qui reste à encaisser, avoirs en moins, dans tous les ordres", async () => {
    const sales = await salesTenant();
    const person = await sales.customer("individual");
    const { invoiceId } = await sales.issue([{ price: "1000" }]);
    accepted(
      await sales.run(sales.accountant, recordPayment, {
        invoiceId,
        amount: "70000",
        paidOn: "2026-11-22",
        method: "transfer",
      }),
    );
    const other = await sales.issue([{ price: "50" }], { customerId: person });
    const credit = accepted(await sales.run(sales.accountant, creditInvoice, { invoiceId: other.invoiceId }));
    accepted(await sales.run(sales.accountant, issueInvoice, credit));
    const list = (order?: Parameters<typeof listCustomers>[2], limit = 10) =>
      sales.tenant.run(async (tx) =>
        (
          await listCustomers(
            tx,
            {
              organizationId: sales.tenant.organizationId,
              activities: new Set([sales.activityId]),
              search: "",
              archived: false,
              limit,
              offset: 0,
            },
            order,
          )
        ).map(({ name, invoiced, owed }) => [name, invoiced, owed]),
      );
    const lutins = ["Crèche Les Lutins", 120_000n, 50_000n];
    const elodie = ["Élodie Lefèvre", 0n, 0n];
    expect(await list()).toEqual([lutins, elodie]);
    for (const key of CUSTOMER_ORDERS) {
      const sorted = await list({ key, descending: true });
      expect([...sorted].sort()).toEqual([lutins, elodie]);
      if (key === "name") expect(sorted).toEqual([elodie, lutins]);
      if (key === "owed" || key === "invoiced") expect(sorted).toEqual([lutins, elodie]);
      expect(await list({ key, descending: false }, 1)).toHaveLength(1);
    }
    expect((await list({ key: "owed", descending: false }))[0]).toEqual(elodie);
  });

  it("range les noms comme un dictionnaire: É avec E", async () => {
    const sales = await salesTenant();
    const { tenant, activityId } = sales;
    const file = { activityId, columns: ["name"], allOrNothing: true, skipKnown: true, unnumberedArePersons: true };
    accepted(await sales.run(sales.entrepreneur, importCustomers, { ...file, rows: [["Zoé"], ["élodie"], ["Farid"]] }));
    const choices = await tenant.run((tx) => customerChoices(tx, tenant.organizationId, activityId));
    expect(choices.map((choice) => choice.name)).toEqual(["Crèche Les Lutins", "élodie", "Farid", "Zoé"]);
  });

  it("propose à un client ce qu'on lui a vendu la dernière fois, et montre ses documents", async () => {
    const sales = await salesTenant();
    await sales.issue([{ price: "10", rate: 1000, nature: "goods" }]);
    const { organizationId } = sales.tenant;
    const choices = await sales.tenant.run((tx) => customerChoices(tx, organizationId, sales.activityId));
    expect(choices).toMatchObject([
      { name: "Crèche Les Lutins", last: { vat: { rate: 1000 }, nature: "goods", account: "707", unit: "C62" } },
    ]);
    const documents = await sales.tenant.run((tx) => documentsOf(tx, organizationId, sales.customerId));
    expect(documents).toMatchObject([{ kind: "invoice", number: "F2026-00001", gross: 1100n, date: "2026-11-22" }]);
  });
});
