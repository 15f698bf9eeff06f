/** Les effets de la coopération, comptés dans les livres : chaque chiffre se refait à la main à partir des factures d’ici. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import type { ActivityId, Id } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { answerPart, invitePart, moveBid, openBid, partsOfBid } from "#modules/bid/index.server.ts";
import { makeQuote } from "#modules/bid/quote/make-quote.command.ts";
import { readCode, writeCode } from "#modules/bid/statement/statement.store.ts";
import { takeStatement } from "#modules/bid/statement/take-statement.command.ts";
import { openNextFiscalYear } from "#modules/ledger/index.server.ts";
import {
  acceptQuote,
  createCustomer,
  creditInvoice,
  invoiceQuote,
  issueInvoice,
  saveInvoice,
  saveQuote,
  validateQuote,
} from "#modules/sales/index.server.ts";
import { type SalesTenant, salesTenant } from "#modules/sales/testing.ts";
import { type Command, execute } from "#platform/command.ts";
import type { TestPerson } from "#testing/tenant.ts";
import { cooperativesKnown } from "./adhesion/known-cooperative.store.ts";
import { figuresOf } from "./observation/observation.store.ts";

/** Cooperatives, then companies. */
const [AGREED, LEADING, LISTED] = ["100000017", "200000024", "300000031"] as const;
const COMPANY = "400000048";
/** The house itself. */
const SELF = "732829320";

let sales: SalesTenant;
let plumbing: ActivityId;
let joinery: ActivityId;
let joiner: TestPerson;

beforeEach(async () => {
  sales = await salesTenant();
  plumbing = sales.activityId;
  joinery = await sales.tenant.activity("Menuiserie Ker");
  joiner = await sales.tenant.person({ activities: [joinery] });
});

async function does<I, O>(who: TestPerson, command: Command<I, O>, input: unknown): Promise<O> {
  const result = await execute(sales.tenant.host, who.caller, command, input);
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  return result as O;
}

async function customer(activityId: ActivityId, name: string, siren: string, referredBy = "") {
  const who = { kind: siren === "" ? "individual" : "company", name, siren, referredBy };
  const address = { street: "1 rue du Lien", postalCode: "29200", city: "Brest", country: "FR" };
  const made = await does(sales.accountant, createCustomer, { activityId, customer: { ...who, ...address } });
  return made.customerId;
}

/** An issued invoice of so many euros before tax. */
async function invoiced(activityId: ActivityId, customerId: Id<"customer">, price: string) {
  const draft = sales.draft([{ price }], { customerId }) as object;
  const saved = await does(sales.accountant, saveInvoice, { ...draft, activityId });
  await does(sales.accountant, issueInvoice, { invoiceId: saved.invoiceId });
  return saved.invoiceId;
}

async function credited(invoiceId: Id<"invoice">) {
  const { invoiceId: noteId } = await does(sales.accountant, creditInvoice, { invoiceId });
  await does(sales.accountant, issueInvoice, { invoiceId: noteId });
}

async function nextYear() {
  await does(sales.accountant, openNextFiscalYear, { end: null });
  sales.tenant.setNow("2027-02-01T09:00:00.000Z");
}

/** [how many, cents, group] of each effect, as the books say it: before anything is protected. */
async function effects(year = "2026") {
  const { organizationId } = sales.tenant;
  const raw = await sales.tenant.run((tx) => figuresOf(tx, organizationId, year));
  const of = (key: string) => {
    const [number, amount] = [raw.get(key)?.total, raw.get(`${key}Amount`)?.total];
    expect([key, number?.weight]).toEqual([key, amount?.weight]);
    return [number?.value, amount?.value, number?.weight];
  };
  const [quotes, between, referrals, shared] = ["jointQuotes", "invoicesBetween", "referrals", "sharedCustomers"].map(
    of,
  );
  return { quotes, between, referrals, shared };
}

/** An agreement under which this house works for another one, and the invoice of a month of it. */
async function agreement(siren: string, invoiceId: string | null) {
  const { organizationId, newId, run } = sales.tenant;
  const id = newId<"delegation">();
  await run(async (tx) => {
    await sql`insert into delegation.agreement (organization_id, id, side, other_organization_id, other_name, other_siren,
        other_slug, items, starts_on, ends_on, clause, proposed_at, proposed_by, signed_at, signed_by)
      values (${organizationId}, ${id}, 'provider', ${newId()}, 'L’Autre Rive', ${siren}, 'autre-rive',
        '[{"work": "payVariables", "unitPrice": "1450", "volume": 1}]', '2026-01-01', '2026-12-31', 1, now(), 'Hugo', now(),
        'Hélène')`.execute(tx);
    if (invoiceId === null) return;
    await sql`insert into delegation.bill (organization_id, agreement_id, month, invoice_id, at)
      values (${organizationId}, ${id}, '2026-10', ${invoiceId}, now())`.execute(tx);
  });
}

const known = () => sales.tenant.run((tx) => cooperativesKnown({ tx, organizationId: sales.tenant.organizationId }));

const NONE = [0n, 0n, 0n];

describe("Les factures à d’autres coopératives", () => {
  it("celles d’une coopérative connue : acompte et solde comptés une fois, avoirs déduits, le reste ailleurs", async () => {
    const rive = await customer(plumbing, "L’Autre Rive", AGREED);
    await invoiced(plumbing, rive, "1000");
    expect((await effects()).between).toEqual(NONE);
    await agreement(AGREED, null);
    expect((await effects()).between).toEqual([1n, 100_000n, 1n]);
    // Taken back whole: neither counted nor added.
    await credited(await invoiced(plumbing, rive, "300"));
    expect((await effects()).between).toEqual([1n, 100_000n, 1n]);
    // A deposit of 30 % of 2,000.00, then the balance of 1,400.00: two invoices, 2,000.00.
    const { content, ...rest } = sales.draft([{ price: "2000" }], { customerId: rive }) as { content: object };
    const more = { schedule: { depositRate: 3000, instalments: [] }, validityDays: 30, introduction: "", mentions: "" };
    const { quoteId } = await does(sales.entrepreneur, saveQuote, {
      ...{ ...rest, quoteId: null, content: { ...content, ...more, deliveryAddress: "" } },
    });
    await does(sales.accountant, validateQuote, { quoteId });
    await does(sales.entrepreneur, acceptQuote, { quoteId, on: "2026-11-22" });
    for (const part of ["next", "balance"]) {
      const draft = await does(sales.entrepreneur, invoiceQuote, { quoteId, part, rate: null });
      await does(sales.accountant, issueInvoice, draft);
    }
    expect((await effects()).between).toEqual([3n, 300_000n, 1n]);
    // 1,450.00 of the house's own work, under the agreement: no trade name is behind it.
    const own = await invoiced(joinery, await customer(joinery, "L’Autre Rive", AGREED), "1450");
    expect((await effects()).between).toEqual([4n, 445_000n, 2n]);
    await agreement(AGREED, own);
    expect((await effects()).between).toEqual([4n, 445_000n, 1n]);
    // A company, a cooperative that nobody made known, the house itself, a draft.
    await invoiced(plumbing, await customer(plumbing, "Garage du Port", COMPANY), "700");
    await invoiced(plumbing, await customer(plumbing, "Inconnue", LISTED), "80");
    await agreement(SELF, null);
    await invoiced(plumbing, await customer(plumbing, "Nous-mêmes", SELF), "60");
    await does(sales.accountant, saveInvoice, sales.draft([{ price: "999" }], { customerId: rive }));
    expect((await effects()).between).toEqual([4n, 445_000n, 1n]);
    expect((await effects("2025")).between).toEqual(NONE);
    expect(await known()).toEqual([AGREED]);
  });

  it("un avoir de l’année suivante se déduit de l’année suivante", async () => {
    await agreement(AGREED, null);
    const first = await invoiced(plumbing, await customer(plumbing, "L’Autre Rive", AGREED), "500");
    await nextYear();
    await credited(first);
    expect((await effects()).between).toEqual([1n, 50_000n, 1n]);
    expect((await effects("2027")).between).toEqual([0n, -50_000n, 1n]);
  });
});

describe("Les clients recommandés", () => {
  it("comptent l’année de leur première facture, pour ce qu’ils y sont facturés", async () => {
    const first = await customer(plumbing, "Garage du Port", COMPANY, "activity");
    const second = await customer(joinery, "Annick Le Bihan", "", "cooperative");
    const later = await customer(joinery, "Monique Cariou", "", "activity");
    await invoiced(plumbing, await customer(plumbing, "Venu de lui-même", ""), "5000");
    expect((await effects()).referrals).toEqual(NONE);
    await invoiced(plumbing, first, "250");
    await credited(await invoiced(joinery, later, "90"));
    await credited(await invoiced(joinery, second, "100"));
    await invoiced(joinery, second, "120.50");
    // 250.00 and 120.50: two customers, of two trade names; the third was taken back whole.
    expect((await effects()).referrals).toEqual([2n, 37_050n, 2n]);
    await nextYear();
    await invoiced(plumbing, first, "40");
    await invoiced(joinery, later, "90");
    expect((await effects("2027")).referrals).toEqual([1n, 9_000n, 1n]);
    expect((await effects()).referrals).toEqual([2n, 37_050n, 2n]);
  });
});

describe("Les clients de plusieurs activités", () => {
  it("un SIREN que deux activités facturent compte une fois, pour ce qu’elles lui facturent ensemble", async () => {
    const garage = await customer(plumbing, "Garage du Port", COMPANY);
    await invoiced(plumbing, garage, "700");
    await invoiced(plumbing, garage, "25");
    expect((await effects()).shared).toEqual(NONE);
    const same = await customer(joinery, "Garage du port", COMPANY);
    await credited(await invoiced(joinery, same, "80"));
    expect((await effects()).shared).toEqual(NONE);
    await invoiced(joinery, same, "30");
    // 700.00 + 25.00 + 30.00; of one customer alone, whoever the two trade names are.
    expect((await effects()).shared).toEqual([1n, 75_500n, 1n]);
    await invoiced(joinery, await customer(joinery, "Un autre", LISTED), "11");
    expect((await effects()).shared).toEqual([1n, 75_500n, 1n]);
  });
});

describe("Les devis répondus ensemble", () => {
  it("celui de l’activité qui facture le tout, celui d’une part reprise d’un réseau : dès qu’ils sont validés", async () => {
    const words = { title: "Rénover l’école", buyer: "Commune de Trébeurden", buyerSiren: COMPANY };
    const { bidId } = await does(sales.entrepreneur, openBid, {
      ...{ ...words, deadline: "2026-12-15", reference: "MAPA 26-04", billing: "lead" },
      ...{ activityId: plumbing, task: "Plomberie", amount: "600000" },
    });
    const email = `${joiner.personId}@etabli.example`;
    await does(sales.entrepreneur, invitePart, { bidId, email, task: "Menuiserie", amount: "300000" });
    const parts = await sales.tenant.run((tx) => partsOfBid(tx, sales.tenant.organizationId, bidId));
    const [own, other] = [true, false].map((lead) => parts.find((part) => part.lead === lead)?.id);
    await does(joiner, answerPart, { partId: other, answer: "agree", activityId: joinery });
    await does(sales.entrepreneur, moveBid, { bidId, move: "submit" });
    const { quoteId } = await does(sales.entrepreneur, makeQuote, { partId: own });
    expect((await effects()).quotes).toEqual(NONE);
    await does(sales.accountant, validateQuote, { quoteId });
    // 6,000.00 and 3,000.00, of the two who share them.
    expect((await effects()).quotes).toEqual([1n, 900_000n, 2n]);

    // Won in a network whose directory knows the lead as a cooperative: 2,500.00 for the lead's house.
    const statement = (cooperative: boolean) => ({
      customer: { name: "Toits communs", siren: LEADING, ...(cooperative ? { cooperative: true as const } : {}) },
      ...{ title: "Salon de l’emploi", reference: "2026-EMP", lines: [{ name: "Stands", amount: 250_000n as never }] },
    });
    const [code, plain] = [true, false].map((cooperative) => writeCode(statement(cooperative), sales.tenant.newId()));
    expect(readCode(code as string)?.statement).toEqual(statement(true));
    const taken = await does(joiner, takeStatement, { code, activityId: joinery });
    await does(sales.accountant, validateQuote, { quoteId: taken.quoteId });
    expect((await effects()).quotes).toEqual([2n, 1_150_000n, 2n]);
    expect(await known()).toEqual([LEADING]);
    await does(joiner, takeStatement, { code: plain, activityId: joinery });
    expect((await effects()).quotes).toEqual([2n, 1_150_000n, 2n]);
  });

  it("le même relevé copié avant et après que l’annuaire a connu la structure pilote est la même part", () => {
    const of = (customer: { name: string; siren: string; cooperative?: true }) =>
      readCode(
        writeCode({ customer, title: "Salon", reference: "", lines: [{ name: "Stands", amount: 100n as never }] }, "1"),
      )?.digest;
    const named = { name: "Toits communs", siren: LEADING };
    expect(of({ ...named, cooperative: true })).toBe(of(named));
    expect(of({ ...named, name: "Autre" })).not.toBe(of(named));
  });
});
