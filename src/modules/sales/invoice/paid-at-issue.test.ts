import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { toDecimalString } from "#kernel/money.ts";
import { reversePayment } from "../payment/record-payment.command.ts";
import { accepted, type SalesTenant, salesTenant } from "../testing.ts";
import { creditInvoice } from "./credit-invoice.command.ts";
import { readFrozenInvoice } from "./frozen-invoice.ts";
import { printableInvoice } from "./invoice-print.ts";
import { tradeDocument } from "./invoice-trade.ts";
import { issueInvoice } from "./issue-invoice.command.ts";
import { saveInvoice } from "./save-invoice.command.ts";

const PAID = { on: "2026-11-20", method: "card", reference: "TPE 12" };

async function drafted(sales: SalesTenant, more?: Parameters<SalesTenant["draft"]>[1]) {
  return accepted(await sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "1000" }], more)));
}

async function rowOf(sales: SalesTenant) {
  const { rows } = await sales.tenant.run((tx) =>
    sql<{ status: string; due: bigint; settled: bigint; due_date: string; number: string | null; frozen: unknown }>`
      select status, due, settled, due_date, number, frozen from sales.invoice`.execute(tx),
  );
  return rows[0];
}

describe("Une facture déjà payée quand on l'émet", () => {
  it("dit acquittée : rien à payer, le moyen et le jour; l'écriture de vente et celle du paiement ensemble", async () => {
    const sales = await salesTenant();
    accepted(await sales.run(sales.accountant, issueInvoice, { ...(await drafted(sales)), paid: PAID }));
    const row = await rowOf(sales);
    expect(row).toMatchObject({ status: "issued", due: 120_000n, settled: 120_000n, due_date: "2026-11-20" });
    // 1,000 of services and 200 of VAT, received: nothing is left on the customer, VAT is due.
    expect(await sales.balances()).toEqual({ "512": 120_000n, "706": -100_000n, "44571": -20_000n });
    const frozen = readFrozenInvoice(row?.frozen);
    const trade = tradeDocument(frozen);
    expect(trade).toMatchObject({
      businessProcess: "S2",
      dueDate: "2026-11-20",
      totals: { grandTotal: 120_000n, prepaid: 120_000n, due: 0n },
      paymentMeans: [{ code: "48", text: "Carte" }],
    });
    expect(trade.notes).toContainEqual({ subject: "AAI", content: "Facture acquittée le 20/11/2026 par carte." });
    const paper = printableInvoice(frozen, "");
    expect(paper.bank).toBeUndefined();
    expect(paper.dueDate).toBeUndefined();
    expect(toDecimalString(paper.totals.due)).toBe("0.00");
    expect(paper.mentions[0]).toBe("Facture acquittée le 20/11/2026 par carte.");
  });

  it("le paiement s'annule ensuite comme un autre, et un avoir se rembourse", async () => {
    const sales = await salesTenant();
    const draft = await drafted(sales);
    accepted(await sales.run(sales.accountant, issueInvoice, { ...draft, paid: PAID }));
    const credit = accepted(await sales.run(sales.accountant, creditInvoice, draft));
    const refused = await sales.run(sales.accountant, issueInvoice, { ...credit, paid: PAID });
    expect(refused).toMatchObject({ code: "payment.creditPaidAtIssue" });
    const { rows } = await sales.tenant.run((tx) => sql<{ id: string }>`select id from sales.payment`.execute(tx));
    accepted(await sales.run(sales.accountant, reversePayment, { paymentId: rows[0]?.id }));
    expect(await sales.balances()).toEqual({ "411": 120_000n, "706": -100_000n, "44588": -20_000n });
  });

  it("qui n'enregistre pas les paiements ne le dit pas non plus, et rien n'est émis", async () => {
    const sales = await salesTenant();
    const guide = await sales.tenant.person({ roles: ["accompagnateur"] });
    const draft = await drafted(sales);
    expect(await sales.run(guide, issueInvoice, { ...draft, paid: PAID })).toMatchObject({
      code: "invoice.notAllowed",
    });
    const tomorrow = { ...PAID, on: "2026-11-23" };
    const early = await sales.run(sales.accountant, issueInvoice, { ...draft, paid: tomorrow });
    expect(early).toMatchObject({ code: "payment.futureDate" });
    expect(await rowOf(sales)).toMatchObject({ status: "draft", number: null });
    expect(await sales.balances()).toEqual({});
    accepted(await sales.run(guide, issueInvoice, draft));
  });

  it("une période facturée se dit dans le XML et sur le papier; à l'envers, elle est refusée", async () => {
    const sales = await salesTenant();
    const base = sales.draft([{ price: "1000" }]) as { content: object };
    const save = (period: object) =>
      sales.run(sales.entrepreneur, saveInvoice, { ...base, content: { ...base.content, period } });
    expect(await save({ start: "2026-10-31", end: "2026-10-01" })).toMatchObject({
      fields: { "content.period.end": "field.periodBackwards" },
    });
    const draft = accepted(await save({ start: "2026-10-01", end: "2026-10-31" }));
    accepted(await sales.run(sales.accountant, issueInvoice, draft));
    const frozen = readFrozenInvoice((await rowOf(sales))?.frozen);
    expect(tradeDocument(frozen).period).toEqual({ start: "2026-10-01", end: "2026-10-31" });
    expect(printableInvoice(frozen, "").period).toEqual({ start: "2026-10-01", end: "2026-10-31" });
  });
});
