import { describe, expect, test } from "vitest";
import { type Month, toDay } from "#kernel/day.ts";
import { toDecimalString } from "#kernel/money.ts";
import { recordPayment } from "#modules/sales/payment/record-payment.command.ts";
import { accepted, salesTenant } from "#modules/sales/testing.ts";
import { contributionSettings } from "../settings.ts";
import { type ContributionTenant, contributionTenant } from "../testing.ts";
import { figuresOf } from "./figures.store.ts";
import type { ActivityMonth } from "./month-figures.ts";

const settings = contributionSettings({});

async function monthOf(coop: ContributionTenant, month: string): Promise<ActivityMonth | undefined> {
  const query = {
    organizationId: coop.tenant.organizationId,
    activities: [coop.plumber],
    from: "2026-01" as Month,
    until: toDay("2026-12-31"),
    collected: true,
  };
  const figures = await coop.tenant.run((tx) => figuresOf(tx, query, settings));
  return figures.get(coop.plumber)?.get(month as Month);
}

describe("ce que les comptes disent d'un mois", () => {
  test("chaque nature à sa place : ventes, acomptes, débours, subventions, ventes internes, coûts", async () => {
    const coop = await contributionTenant();
    const { plumber } = coop;
    await coop.entry(
      [
        ["411", plumber, "3000.00"],
        ["706", plumber, "-1000.00"],
        ["7085", plumber, "-50.00"],
        ["4191", plumber, "-900.00"],
        ["4671", plumber, "-150.00"],
        ["741", plumber, "-600.00"],
        ["6587", plumber, "-300.00"],
      ],
      "2026-05-10",
    );
    await coop.entry(
      [
        ["607", plumber, "100.00"],
        ["604", plumber, "40.00"],
        ["6256", plumber, "20.00"],
        ["6251", plumber, "70.00"],
        ["6411", plumber, "1.00"],
        ["512", plumber, "-231.00"],
      ],
      "2026-05-20",
    );
    const month = await monthOf(coop, "2026-05");
    expect(month).toMatchObject({
      salaryPaid: true,
      trained: false,
      figures: {
        invoiced: {
          sales: 105_000n,
          deposits: 90_000n,
          disbursements: 15_000n,
          subsidies: 60_000n,
          internalSales: 30_000n,
        },
        productionCosts: 16_000n,
      },
    });
    expect(await monthOf(coop, "2026-06")).toBeUndefined();
  });

  test("rien ne vient d'une autre activité, ni des services mutualisés", async () => {
    const coop = await contributionTenant();
    await coop.invoice(coop.baker, "1000.00", "2026-05-10");
    await coop.entry(
      [
        ["512", null, "10.00"],
        ["706", null, "-10.00"],
      ],
      "2026-05-10",
    );
    expect(await monthOf(coop, "2026-05")).toBeUndefined();
  });
});

test("les vraies factures et les vrais paiements des ventes : l'encaissé tombe juste", async () => {
  const coop = await salesTenant({ now: "2026-11-22T10:00:00.000Z" });
  const { organizationId } = coop.tenant;
  const pay = async (invoiceId: string, amount: string, paidOn: string) =>
    accepted(
      await coop.run(coop.accountant, recordPayment, { invoiceId, amount, paidOn, method: "transfer", reference: "" }),
    );
  const service = await coop.issue([{ price: "1000" }], { issueDate: "2026-10-05" });
  const mixed = await coop.issue(
    [
      { price: "100", rate: 2000, nature: "goods" },
      { price: "100", rate: 1000 },
    ],
    { issueDate: "2026-10-06", customerId: await coop.customer("individual") },
  );
  await pay(service.invoiceId, "60000", "2026-10-20");
  await pay(service.invoiceId, "60000", "2026-11-03");
  // 100 at 20 % due on delivery + 100 at 10 % due on receipt: TTC 230.
  await pay(mixed.invoiceId, "23000", "2026-11-04");
  const figures = await coop.tenant.run((tx) =>
    figuresOf(
      tx,
      {
        organizationId,
        activities: "all",
        from: "2026-10" as Month,
        until: toDay("2026-11-22"),
        collected: true,
      },
      settings,
    ),
  );
  const of = (month: string) => {
    const found = figures.get(coop.activityId)?.get(month as Month)?.figures;
    return found && [toDecimalString(found.invoiced.sales), toDecimalString(found.collected.sales)];
  };
  expect(of("2026-10")).toEqual(["1200.00", "500.00"]);
  expect(of("2026-11")).toEqual(["0.00", "700.00"]);
});
