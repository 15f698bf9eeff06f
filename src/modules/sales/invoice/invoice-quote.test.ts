import { describe, expect, it } from "vitest";
import { recordPayment } from "../payment/record-payment.command.ts";
import { acceptQuote } from "../quote/answer-quote.command.ts";
import { saveQuote } from "../quote/save-quote.command.ts";
import { validateQuote } from "../quote/validate-quote.command.ts";
import { accepted, type SalesTenant, salesTenant, type TestItem } from "../testing.ts";
import { creditInvoice } from "./credit-invoice.command.ts";
import { invoiceQuote } from "./invoice-quote.command.ts";
import { issueInvoice } from "./issue-invoice.command.ts";

type Schedule = { depositRate: number; instalments: { label: string; rate: number; days: number }[] };

async function acceptedQuote(
  sales: SalesTenant,
  items: readonly TestItem[],
  schedule: Schedule,
  mode: "ht" | "ttc" = "ht",
) {
  const { content, ...rest } = sales.draft(items, { mode }) as { content: object };
  const saved = accepted(
    await sales.run(sales.entrepreneur, saveQuote, {
      ...rest,
      quoteId: null,
      content: { ...content, schedule, validityDays: 30, introduction: "", mentions: "", deliveryAddress: "" },
    }),
  );
  const quoteId = saved.quoteId;
  accepted(await sales.run(sales.accountant, validateQuote, { quoteId }));
  accepted(await sales.run(sales.entrepreneur, acceptQuote, { quoteId, on: "2026-11-22" }));
  return quoteId;
}

async function invoice(sales: SalesTenant, quoteId: string, part: string, rate: number | null = null) {
  const draft = accepted(await sales.run(sales.entrepreneur, invoiceQuote, { quoteId, part, rate }));
  return accepted(await sales.run(sales.accountant, issueInvoice, draft));
}

const DEPOSIT = { depositRate: 3333, instalments: [] };

describe("Facturer un devis accepté", () => {
  it("acompte de 33,33 % puis solde d'un devis de 3 000 HT : le solde rend l'avance et ne reprend que la TVA qui reste", async () => {
    const sales = await salesTenant();
    const quoteId = await acceptedQuote(sales, [{ price: "3000" }], { depositRate: 0, instalments: [] });
    // One third is not a whole number of ten thousandths: 33.33 % of 3,000 is 999.90.
    await invoice(sales, quoteId, "rate", 3333);
    expect(await sales.balances()).toEqual({ "411": 119988n, "4191": -99990n, "44588": -19998n });
    await invoice(sales, quoteId, "balance");
    expect(await sales.balances()).toEqual({ "411": 360000n, "706": -300000n, "44588": -60000n });
  });

  it("plusieurs taux, plusieurs échéances, montants qui ne tombent pas juste : le tout fait le devis au centime par taux", async () => {
    const sales = await salesTenant();
    const items = [
      { price: "33.335", quantity: "3" },
      { price: "77.77", rate: 1000, nature: "goods" as const },
      { price: "0.99", rate: 550 },
    ];
    const quoteId = await acceptedQuote(sales, items, {
      depositRate: 3333,
      instalments: [{ label: "Mi-parcours", rate: 1789, days: 30 }],
    });
    await invoice(sales, quoteId, "next");
    await invoice(sales, quoteId, "next");
    await invoice(sales, quoteId, "balance");
    // 100.01 + 77.77 + 0.99 HT; VAT 20.00 + 7.78 + 0.05.
    expect(await sales.balances()).toEqual({
      "411": 20660n,
      "706": -10100n,
      "707": -7777n,
      "44571": expect.any(BigInt) as bigint,
      "44588": expect.any(BigInt) as bigint,
    });
    const { "44571": due = 0n, "44588": waiting = 0n } = await sales.balances();
    expect(due + waiting).toBe(-2783n);
  });

  it("en TTC aussi, au centime", async () => {
    const sales = await salesTenant();
    const quoteId = await acceptedQuote(sales, [{ price: "220" }, { price: "99.99", rate: 1000 }], DEPOSIT, "ttc");
    const deposit = await invoice(sales, quoteId, "next");
    const pay = (invoiceId: string, amount: string) =>
      sales.run(sales.accountant, recordPayment, { invoiceId, amount, paidOn: "2026-11-22", method: "transfer" });
    const { "411": claimed = 0n } = await sales.balances();
    accepted(await pay(deposit.invoiceId, String(claimed)));
    const final = await invoice(sales, quoteId, "balance");
    const { "411": left = 0n } = await sales.balances();
    expect(claimed + left).toBe(31999n);
    accepted(await pay(final.invoiceId, String(left)));
    // 220.00 → 183.33 + 36.67; 99.99 → 90.90 + 9.09.
    expect(await sales.balances()).toEqual({ "512": 31999n, "706": -27423n, "44571": -4576n });
  });

  it("l'avoir d'un solde rend le solde : les acomptes restent, et le devis peut être facturé de nouveau", async () => {
    const sales = await salesTenant();
    const items = [
      { price: "33.335", quantity: "3" },
      { price: "77.77", rate: 1000, nature: "goods" as const },
    ];
    const quoteId = await acceptedQuote(sales, items, DEPOSIT);
    await invoice(sales, quoteId, "next");
    const before = await sales.balances();
    const final = await invoice(sales, quoteId, "balance");
    const credit = accepted(await sales.run(sales.entrepreneur, creditInvoice, { invoiceId: final.invoiceId }));
    accepted(await sales.run(sales.accountant, issueInvoice, credit));
    expect(await sales.balances()).toEqual(before);
    await invoice(sales, quoteId, "balance");
  });

  it("jamais deux soldes, jamais plus d'acomptes que le devis, jamais un devis qui n'est pas accepté", async () => {
    const sales = await salesTenant();
    const quoteId = await acceptedQuote(sales, [{ price: "100" }], { depositRate: 0, instalments: [] });
    await invoice(sales, quoteId, "rate", 6000);
    expect(await sales.run(sales.entrepreneur, invoiceQuote, { quoteId, part: "rate", rate: 4001 })).toMatchObject({
      code: "invoice.depositTooLarge",
    });
    await invoice(sales, quoteId, "balance");
    expect(await sales.run(sales.entrepreneur, invoiceQuote, { quoteId, part: "balance" })).toMatchObject({
      code: "invoice.quoteFullyInvoiced",
    });
  });
});
