import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { recordPayment, reversePayment } from "../payment/record-payment.command.ts";
import { accepted, type SalesTenant, salesTenant } from "../testing.ts";
import { creditInvoice } from "./credit-invoice.command.ts";
import { issueInvoice } from "./issue-invoice.command.ts";
import { deleteInvoice, returnInvoice, submitInvoice, takeBackInvoice } from "./review-invoice.command.ts";
import { saveInvoice } from "./save-invoice.command.ts";

const pay = (sales: SalesTenant, invoiceId: string, amount: string, more: object = {}) =>
  sales.run(sales.accountant, recordPayment, { invoiceId, amount, paidOn: "2026-11-22", method: "transfer", ...more });

async function numbers(sales: SalesTenant): Promise<string[]> {
  const { rows } = await sales.tenant.run((tx) =>
    sql<{ number: string }>`select number from sales.invoice where number is not null order by number`.execute(tx),
  );
  return rows.map((row) => row.number);
}

describe("Émettre une facture", () => {
  it("donne le numéro légal, fige le document et passe l'écriture : 411, 706, TVA en attente", async () => {
    const sales = await salesTenant();
    const issued = await sales.issue([{ price: "1000" }]);
    expect(issued.number).toBe("F2026-00001");
    expect(await sales.balances()).toEqual({ "411": 120000n, "706": -100000n, "44588": -20000n });
  });

  it("les biens sont taxés dès la livraison : 44571 sans attendre", async () => {
    const sales = await salesTenant();
    await sales.issue([{ price: "1000", nature: "goods" }]);
    expect(await sales.balances()).toEqual({ "411": 120000n, "707": -100000n, "44571": -20000n });
  });

  it("avec l'option pour les débits, les services aussi", async () => {
    const sales = await salesTenant({ settings: { sales: { vatOnDebitsSince: "2026-01-01" } } });
    await sales.issue([{ price: "1000" }]);
    expect(await sales.balances()).toEqual({ "411": 120000n, "706": -100000n, "44571": -20000n });
  });

  it("un document émis ne change plus, même pour qui tient la base", async () => {
    const sales = await salesTenant();
    const { invoiceId } = await sales.issue([{ price: "10" }]);
    const touch = (text: ReturnType<typeof sql>) => sales.tenant.run((tx) => text.execute(tx));
    await expect(touch(sql`update sales.invoice set title = 'autre' where id = ${invoiceId}`)).rejects.toThrow(
      /frozen/,
    );
    await expect(touch(sql`delete from sales.invoice where id = ${invoiceId}`)).rejects.toThrow(/never deleted/);
  });

  it("refuse à l'entrepreneur sans le droit d'émettre seul, et ne consomme aucun numéro", async () => {
    const sales = await salesTenant();
    const saved = accepted(await sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "10" }])));
    expect(await sales.run(sales.entrepreneur, issueInvoice, saved)).toMatchObject({ code: "invoice.notAllowed" });
    accepted(await sales.run(sales.entrepreneur, submitInvoice, saved));
    const issued = accepted(await sales.run(sales.accountant, issueInvoice, saved));
    expect(issued.number).toBe("F2026-00001");
  });

  it("laisse émettre seul celui à qui la coopérative en a donné le droit", async () => {
    const sales = await salesTenant();
    const trusted = await sales.tenant.person({
      activities: [sales.activityId],
      rights: { self_validates_invoices: true },
    });
    const saved = accepted(await sales.run(trusted, saveInvoice, sales.draft([{ price: "10" }])));
    expect(accepted(await sales.run(trusted, issueInvoice, saved)).number).toBe("F2026-00001");
  });

  it("à une entreprise, l’échéance ne dépasse pas le délai de la loi, ni dans le brouillon ni à l’émission", async () => {
    const sales = await salesTenant();
    const draft = sales.draft([{ price: "10" }]) as object;
    const late = { ...draft, issueDate: "2026-11-22", dueDate: "2027-02-01" };
    const refused = { code: "invoice.dueTooLate", facts: { latest: { day: "2027-01-31" } }, field: "dueDate" };
    expect(await sales.run(sales.accountant, saveInvoice, late)).toMatchObject(refused);
    const saved = accepted(await sales.run(sales.accountant, saveInvoice, { ...late, issueDate: null }));
    expect(await sales.run(sales.entrepreneur, submitInvoice, saved)).toMatchObject(refused);
    expect(await sales.run(sales.accountant, issueInvoice, saved)).toMatchObject(refused);
    expect(await numbers(sales)).toEqual([]);
    accepted(await sales.run(sales.accountant, saveInvoice, { ...late, dueDate: "2027-01-31" }));
  });

  it("une autre coopérative ne la voit pas", async () => {
    const [sales, other] = [await salesTenant(), await salesTenant()];
    const saved = accepted(await sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "10" }])));
    expect(await other.run(other.accountant, issueInvoice, saved)).toMatchObject({ code: "invoice.missing" });
  });

  it("un collègue d'une autre activité non plus", async () => {
    const sales = await salesTenant();
    const stranger = await sales.tenant.person({ activities: [await sales.tenant.activity("Autre")] });
    const saved = accepted(await sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "10" }])));
    expect(await sales.run(stranger, issueInvoice, saved)).toMatchObject({ code: "invoice.missing" });
  });

  it("un second clic reçoit la première réponse ; la même clé pour autre chose est refusée", async () => {
    const sales = await salesTenant();
    const options = { idempotencyKey: "clé-de-facture-1" };
    const first = accepted(await sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "10" }]), options));
    const again = accepted(await sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "10" }]), options));
    expect(again).toEqual(first);
    const other = await sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "11" }]), options);
    expect(other).toMatchObject({ code: "input.keyReused" });
  });

  it("la date ne recule jamais dans sa série, et n'est jamais dans le futur", async () => {
    const sales = await salesTenant();
    await sales.issue([{ price: "10" }], { issueDate: "2026-11-20" });
    const saved = accepted(
      await sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "10" }], { issueDate: "2026-11-19" })),
    );
    expect(await sales.run(sales.accountant, issueInvoice, saved)).toMatchObject({ code: "invoice.dateGoesBack" });
    expect(await sales.run(sales.accountant, issueInvoice, { ...saved, issueDate: "2026-11-23" })).toMatchObject({
      code: "invoice.futureDate",
    });
    await sales.run(sales.accountant, issueInvoice, { ...saved, issueDate: "2026-11-20" });
    expect(await numbers(sales)).toEqual(["F2026-00001", "F2026-00002"]);
  });

  it("soixante-quatre émissions en même temps : aucun numéro manquant ni double", async () => {
    const sales = await salesTenant();
    const drafts = await Promise.all(
      Array.from({ length: 64 }, () =>
        sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "10" }])).then(accepted),
      ),
    );
    const issued = await Promise.all(drafts.map((saved) => sales.run(sales.accountant, issueInvoice, saved)));
    expect(issued.filter(isRefusal)).toEqual([]);
    const expected = Array.from({ length: 64 }, (_, index) => `F2026-${String(index + 1).padStart(5, "0")}`);
    expect(await numbers(sales)).toEqual(expected);
  });

  it("deux personnes sur un brouillon : la seconde est prévenue, rien n'est écrasé", async () => {
    const sales = await salesTenant();
    const saved = accepted(await sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "10" }])));
    const change = (price: string) => ({
      ...(sales.draft([{ price }]) as object),
      invoiceId: saved.invoiceId,
      version: 1,
    });
    accepted(await sales.run(sales.entrepreneur, saveInvoice, change("20")));
    expect(await sales.run(sales.accountant, saveInvoice, change("30"))).toMatchObject({
      code: "invoice.changedMeanwhile",
    });
  });

  it("une correction demandée dit pourquoi", async () => {
    const sales = await salesTenant();
    const saved = accepted(await sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "10" }])));
    accepted(await sales.run(sales.entrepreneur, submitInvoice, saved));
    const silent = await sales.run(sales.accountant, returnInvoice, { ...saved, comment: " " });
    expect(silent).toMatchObject({ code: "invoice.commentMissing", field: "comment" });
    accepted(await sales.run(sales.accountant, returnInvoice, { ...saved, comment: "Le taux devrait être 10 %." }));
  });

  it("une facture envoyée se reprend tant que personne ne l'a validée, et un brouillon se supprime", async () => {
    const sales = await salesTenant();
    const saved = accepted(await sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "10" }])));
    accepted(await sales.run(sales.entrepreneur, submitInvoice, saved));
    expect(await sales.run(sales.entrepreneur, deleteInvoice, saved)).toMatchObject({ code: "invoice.wrongState" });
    accepted(await sales.run(sales.entrepreneur, takeBackInvoice, saved));
    accepted(await sales.run(sales.entrepreneur, deleteInvoice, saved));
    expect(await sales.run(sales.entrepreneur, deleteInvoice, saved)).toMatchObject({ code: "invoice.missing" });
  });

  it("un particulier reçoit un document conforme, sans indemnité de 40 €", async () => {
    const sales = await salesTenant();
    const customerId = await sales.customer("individual");
    await sales.issue([{ price: "220" }], { mode: "ttc", customerId });
    expect(await sales.balances()).toEqual({ "411": 22000n, "706": -18333n, "44588": -3667n });
  });
});

describe("Encaisser", () => {
  it("100 à 20 % et 100 à 10 % (TTC 230,00) : 100,00 reçus rendent 8,70 + 4,35 exigibles, le solde 11,30 + 5,65", async () => {
    const sales = await salesTenant();
    const { invoiceId } = await sales.issue([{ price: "100" }, { price: "100", rate: 1000 }]);
    accepted(await pay(sales, invoiceId, "10000"));
    expect(await sales.balances()).toMatchObject({ "44571": -1305n, "44588": -1695n, "512": 10000n, "411": 13000n });
    accepted(await pay(sales, invoiceId, "13000"));
    expect(await sales.balances()).toEqual({ "44571": -3000n, "512": 23000n, "706": -20000n });
  });

  it("un écart dans la tolérance va en 658 ou 758, dans l'activité", async () => {
    const sales = await salesTenant();
    const short = await sales.issue([{ price: "100" }]);
    accepted(await pay(sales, short.invoiceId, "11998", { close: true }));
    const over = await sales.issue([{ price: "100" }]);
    accepted(await pay(sales, over.invoiceId, "12003"));
    expect(await sales.balances()).toEqual({
      "512": 24001n,
      "658": 2n,
      "758": -3n,
      "706": -20000n,
      "44571": -4000n,
    });
  });

  it("au-delà de la tolérance, refuse et dit ce qui reste", async () => {
    const sales = await salesTenant();
    const { invoiceId } = await sales.issue([{ price: "100" }]);
    expect(await pay(sales, invoiceId, "20000")).toMatchObject({ code: "payment.tooMuch", field: "amount" });
    expect(await pay(sales, invoiceId, "10000", { close: true })).toMatchObject({ code: "payment.differenceTooLarge" });
    expect(await pay(sales, invoiceId, "0")).toMatchObject({ code: "payment.amountMissing" });
    expect(await pay(sales, invoiceId, "100", { paidOn: "2026-11-23" })).toMatchObject({ code: "payment.futureDate" });
  });

  it("annuler un paiement passe l'écriture contraire et remet la TVA en attente", async () => {
    const sales = await salesTenant();
    const { invoiceId } = await sales.issue([{ price: "1000" }]);
    const { paymentId } = accepted(await pay(sales, invoiceId, "60000"));
    accepted(await sales.run(sales.accountant, reversePayment, { paymentId }));
    expect(await sales.balances()).toEqual({ "411": 120000n, "706": -100000n, "44588": -20000n });
    expect(await sales.run(sales.accountant, reversePayment, { paymentId })).toMatchObject({
      code: "payment.reversedAlready",
    });
  });
});

describe("Faire un avoir", () => {
  it("total sur une facture impayée : tout revient à zéro", async () => {
    const sales = await salesTenant();
    const { invoiceId } = await sales.issue([{ price: "3", quantity: "33.335" }]);
    const credit = accepted(await sales.run(sales.entrepreneur, creditInvoice, { invoiceId }));
    const issued = accepted(await sales.run(sales.accountant, issueInvoice, credit));
    expect(issued.number).toBe("F2026-00002");
    expect(await sales.balances()).toEqual({});
  });

  it("total sur une facture payée à moitié : le reste se compense, le payé se rembourse, la TVA revient", async () => {
    const sales = await salesTenant();
    const { invoiceId } = await sales.issue([{ price: "1000" }]);
    accepted(await pay(sales, invoiceId, "60000"));
    const credit = accepted(await sales.run(sales.entrepreneur, creditInvoice, { invoiceId }));
    accepted(await sales.run(sales.accountant, issueInvoice, credit));
    expect(await sales.balances()).toEqual({ "411": -60000n, "512": 60000n, "44571": -10000n, "44588": 10000n });
    accepted(await pay(sales, credit.invoiceId, "60000"));
    expect(await sales.balances()).toEqual({});
  });

  it("jamais plus que ce qui reste de la facture", async () => {
    const sales = await salesTenant();
    const { invoiceId } = await sales.issue([{ price: "100" }]);
    const first = accepted(await sales.run(sales.entrepreneur, creditInvoice, { invoiceId }));
    const second = accepted(await sales.run(sales.entrepreneur, creditInvoice, { invoiceId }));
    accepted(await sales.run(sales.accountant, issueInvoice, first));
    expect(await sales.run(sales.accountant, issueInvoice, second)).toMatchObject({ code: "invoice.creditExceeds" });
  });
});
