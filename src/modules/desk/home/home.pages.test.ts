import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordContract } from "#modules/membership/index.server.ts";
import {
  acceptQuote,
  invoiceQuote,
  issueInvoice,
  markQuoteSent,
  saveInvoice,
  saveQuote,
  submitInvoice,
  validateQuote,
} from "#modules/sales/index.server.ts";
import { accepted, type SalesTenant, salesTenant } from "#modules/sales/testing.ts";
import type { App } from "#platform/app.ts";
import { answerOf, pageArguments, testApp } from "#testing/page.ts";
import type { TestPerson } from "#testing/tenant.ts";
import * as home from "./home.page.tsx";

type Home = Awaited<ReturnType<typeof home.loader>>;

let app: App;
let sales: SalesTenant;
let slug: string;

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  sales = await salesTenant();
  slug = sales.tenant.slug;
  Object.assign(app, { clock: () => sales.tenant.host.clock() });
});

/** The home that somebody finds. */
async function homeOf(who: TestPerson): Promise<Home> {
  const { signedIn } = who;
  const request = pageArguments(app, { path: `/${slug}`, params: { cooperative: slug }, signedIn });
  const answer = await answerOf(() => home.loader(request as never));
  expect(answer.status).toBe(200);
  return answer.body as Home;
}

/** A quote of 1,000.00 + 20 % with a deposit of 30 %, signed by its customer. */
async function signedQuote() {
  const { content } = sales.draft([{ price: "1000" }]) as { content: Record<string, unknown> };
  const quote = {
    ...content,
    schedule: { depositRate: 3000, instalments: [] },
    validityDays: 30,
    introduction: "",
    mentions: "",
    note: "",
    purchaseOrder: "",
    deliveryDate: null,
    deliveryAddress: "",
    language: "fr",
  };
  const ids = { activityId: sales.activityId, customerId: sales.customerId };
  const saved = accepted(
    await sales.run(sales.entrepreneur, saveQuote, {
      quoteId: null,
      version: null,
      ...ids,
      title: "Salle de bains",
      content: quote,
    }),
  ) as { quoteId: string };
  const { quoteId } = saved;
  accepted(await sales.run(sales.accountant, validateQuote, { quoteId }));
  accepted(await sales.run(sales.accountant, markQuoteSent, { quoteId }));
  accepted(await sales.run(sales.accountant, acceptQuote, { quoteId, on: "2026-11-22" }));
  return quoteId;
}

describe("Mon accueil", () => {
  it("sans activité ni rôle, il ne promet rien : ni argent, ni file à relire", async () => {
    const someone = await sales.tenant.person();
    expect(await homeOf(someone)).toMatchObject({ entrepreneur: null, support: null });
  });

  it("dit ce qui m’attend : un devis accepté à facturer, jusqu’à ce que sa facture soit commencée, puis son reste", async () => {
    const quoteId = await signedQuote();
    const before = await homeOf(sales.entrepreneur);
    expect(before.entrepreneur?.toInvoice).toMatchObject([{ id: quoteId, leftToInvoice: 120_000n }]);
    const made = accepted(await sales.run(sales.entrepreneur, invoiceQuote, { quoteId, part: "next" })) as {
      invoiceId: string;
    };
    expect((await homeOf(sales.entrepreneur)).entrepreneur?.toInvoice).toEqual([]);
    accepted(await sales.run(sales.accountant, issueInvoice, { invoiceId: made.invoiceId }));
    // 1 200,00 − 360,00 d’acompte.
    expect((await homeOf(sales.entrepreneur)).entrepreneur?.toInvoice).toMatchObject([{ leftToInvoice: 84_000n }]);
  });

  it("dit où en est un document envoyé pour relecture, et l’équipe d’appui le trouve dans sa file", async () => {
    const { invoiceId } = accepted(
      await sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "640" }])),
    ) as { invoiceId: string };
    accepted(await sales.run(sales.entrepreneur, submitInvoice, { invoiceId }));
    const mine = await homeOf(sales.entrepreneur);
    expect(mine.support).toBeNull();
    expect(mine.entrepreneur?.waiting).toMatchObject([{ id: invoiceId, since: "2026-11-22" }]);
    const theirs = await homeOf(sales.accountant);
    expect(theirs.entrepreneur).toBeNull();
    expect(theirs.support?.queue).toMatchObject([{ id: invoiceId, activityName: "Plomberie Roux" }]);
    // Payroll decides of no document: no queue is promised.
    expect((await homeOf(await sales.tenant.person({ roles: ["payroll"] }))).support?.queue).toBeNull();
  });

  it("compte mon argent : facturé n’est pas encaissé, en retard passé l’échéance", async () => {
    await sales.issue([{ price: "100" }]);
    expect((await homeOf(sales.entrepreneur)).entrepreneur).toMatchObject({
      available: 0n,
      owed: { owed: 12_000n, late: 0n },
    });
    sales.tenant.setNow("2027-01-15T10:00:00.000Z");
    expect((await homeOf(sales.entrepreneur)).entrepreneur).toMatchObject({
      owed: { late: 12_000n, lateCount: 1 },
      isNew: false,
    });
  });

  it("rappelle à l’équipe d’appui les échéances à régler, et à elle seule", async () => {
    const direction = await sales.tenant.person({ roles: ["direction"] });
    const cape = { personId: sales.entrepreneur.personId, kind: "cape", startsOn: "2026-01-01", endsOn: "2026-12-10" };
    accepted(await sales.run(direction, recordContract, cape));
    const kinds = (await homeOf(direction)).support?.deadlines.map(({ kind, urgency }) => `${kind} ${urgency}`);
    // And the notices that nobody gave when it was signed.
    expect(kinds?.sort()).toEqual(["capeEnd near", "noticeFranceTravail late", "noticeUrssaf late"]);
    // La comptabilité ne suit personne.
    expect((await homeOf(sales.accountant)).support?.deadlines).toEqual([]);
    expect((await homeOf(sales.entrepreneur)).support).toBeNull();
  });

  it("ne montre rien des autres activités de la coopérative", async () => {
    await sales.issue([{ price: "100" }]);
    await signedQuote();
    const other = await sales.tenant.person({ activities: [await sales.tenant.activity("Céramique Lou")] });
    expect((await homeOf(other)).entrepreneur).toMatchObject({
      available: 0n,
      owed: { owed: 0n },
      toInvoice: [],
      isNew: true,
    });
  });
});
