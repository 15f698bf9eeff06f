import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { reconcileLines } from "#modules/ledger/index.server.ts";
import { creditInvoice } from "../invoice/credit-invoice.command.ts";
import type { InvoiceId } from "../invoice/invoice.ts";
import { issueInvoice } from "../invoice/issue-invoice.command.ts";
import { accepted, type SalesTenant, salesTenant } from "../testing.ts";
import { recordPayment, reversePayment } from "./record-payment.command.ts";

const pay = async (sales: SalesTenant, invoiceId: InvoiceId, amount: string, more: object = {}) =>
  accepted(
    await sales.run(sales.accountant, recordPayment, {
      invoiceId,
      amount,
      paidOn: "2026-11-22",
      method: "transfer",
      ...more,
    }),
  );

/** The letter of each customer line in the order of the books: "AA 1200.00"; "" when it is open. */
async function letters(sales: SalesTenant): Promise<string[]> {
  const { rows } = await sales.tenant.run((tx) =>
    sql<{ said: string }>`
      select coalesce(r.letter, '') || ' ' || ((l.debit - l.credit) / 100)::text as said
        from ledger.entry_line l
        join ledger.entry e on e.organization_id = l.organization_id and e.id = l.entry_id
        left join ledger.reconciliation_line r on r.organization_id = l.organization_id and r.entry_id = l.entry_id
         and r.line_number = l.line_number and r.active
       where l.account = '411' order by e.number, l.line_number`.execute(tx),
  );
  return rows.map((row) => row.said.trim());
}

describe("Le lettrage des clients se fait de lui-même", () => {
  it("au dernier règlement, jamais avant", async () => {
    const sales = await salesTenant();
    const { invoiceId } = await sales.issue([{ price: "1000" }]);
    await pay(sales, invoiceId, "50000");
    expect(await letters(sales)).toEqual(["1200", "-500"]);
    await pay(sales, invoiceId, "70000");
    expect(await letters(sales)).toEqual(["AA 1200", "AA -500", "AA -700"]);
  });

  it("avec un écart dans la tolérance aussi", async () => {
    const sales = await salesTenant();
    const { invoiceId } = await sales.issue([{ price: "100" }]);
    await pay(sales, invoiceId, "11998", { close: true });
    expect(await letters(sales)).toEqual(["AA 120", "AA -120"]);
  });

  it("un règlement annulé se lettre avec son annulation, et la facture redevient ouverte", async () => {
    const sales = await salesTenant();
    const { invoiceId } = await sales.issue([{ price: "1000" }]);
    const { paymentId } = await pay(sales, invoiceId, "120000");
    expect(await letters(sales)).toEqual(["AA 1200", "AA -1200"]);
    accepted(await sales.run(sales.accountant, reversePayment, { paymentId }));
    expect(await letters(sales)).toEqual(["1200", "AB -1200", "AB 1200"]);
    await pay(sales, invoiceId, "120000");
    expect(await letters(sales)).toEqual(["AC 1200", "AB -1200", "AB 1200", "AC -1200"]);
  });

  it("une facture et son avoir total", async () => {
    const sales = await salesTenant();
    const { invoiceId } = await sales.issue([{ price: "100" }]);
    const credit = accepted(await sales.run(sales.entrepreneur, creditInvoice, { invoiceId }));
    accepted(await sales.run(sales.accountant, issueInvoice, credit));
    expect(await letters(sales)).toEqual(["AA 120", "AA -120"]);
  });

  it("payée à moitié puis annulée par un avoir : tout se lettre au remboursement", async () => {
    const sales = await salesTenant();
    const { invoiceId } = await sales.issue([{ price: "1000" }]);
    await pay(sales, invoiceId, "60000");
    const credit = accepted(await sales.run(sales.entrepreneur, creditInvoice, { invoiceId }));
    accepted(await sales.run(sales.accountant, issueInvoice, credit));
    expect(await letters(sales)).toEqual(["1200", "-600", "-1200"]);
    await pay(sales, credit.invoiceId, "60000");
    expect(await letters(sales)).toEqual(["AA 1200", "AA -600", "AA -1200", "AA 600"]);
  });

  it("ce qu'un comptable a lettré autrement reste : l'encaissement passe quand même", async () => {
    const sales = await salesTenant();
    const first = await sales.issue([{ price: "100" }]);
    const second = await sales.issue([{ price: "100" }]);
    // The money of the second is recorded on the first by mistake, then lettered by hand with the second.
    await pay(sales, first.invoiceId, "6000");
    await pay(sales, second.invoiceId, "6000");
    const { rows } = await sales.tenant.run((tx) =>
      sql<{ entryId: string; lineNumber: number }>`
        select l.entry_id as "entryId", l.line_number as "lineNumber" from ledger.entry_line l
          join ledger.entry e on e.organization_id = l.organization_id and e.id = l.entry_id
         where l.account = '411' order by e.number`.execute(tx),
    );
    accepted(await sales.run(sales.accountant, reconcileLines, { lines: rows.slice(1) }));
    await pay(sales, first.invoiceId, "6000");
    expect(await letters(sales)).toEqual(["120", "AA 120", "AA -60", "AA -60", "-60"]);
  });

  it("deux règlements qui soldent au même instant : chacun passe, une lettre par facture", async () => {
    const sales = await salesTenant();
    const invoices = await Promise.all([1, 2, 3, 4].map(() => sales.issue([{ price: "100" }])));
    await Promise.all(invoices.map(({ invoiceId }) => pay(sales, invoiceId, "12000")));
    const said = await letters(sales);
    expect(said.filter((one) => one.endsWith(" 120")).sort()).toEqual(["AA 120", "AB 120", "AC 120", "AD 120"]);
    expect(said.filter((one) => one.endsWith(" -120")).sort()).toEqual(["AA -120", "AB -120", "AC -120", "AD -120"]);
  });
});
