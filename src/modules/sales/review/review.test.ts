import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import type { TestPerson } from "#testing/tenant.ts";
import { submitInvoice, takeBackInvoice } from "../invoice/review-invoice.command.ts";
import { saveInvoice } from "../invoice/save-invoice.command.ts";
import { submitQuote } from "../quote/review-quote.command.ts";
import { saveQuote } from "../quote/save-quote.command.ts";
import { accepted, type SalesTenant, salesTenant } from "../testing.ts";
import * as invoicePage from "./review.page.tsx";
import * as queuePage from "./review-queue.page.tsx";
import * as quotePage from "./review-quote.page.tsx";

type Half = (args: never) => unknown;
let app: App;
let sales: SalesTenant;
let slug: string;
let first: string;
let quote: string;
let last: string;

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  sales = await salesTenant();
  slug = sales.tenant.slug;
  Object.assign(app, { clock: () => sales.tenant.host.clock() });
  const invoice = async () => {
    const saved = accepted(await sales.run(sales.entrepreneur, saveInvoice, sales.draft([{ price: "100" }])));
    accepted(await sales.run(sales.entrepreneur, submitInvoice, { invoiceId: saved.invoiceId }));
    return saved.invoiceId as string;
  };
  first = await invoice();
  sales.tenant.setNow("2026-11-22T11:00:00.000Z");
  const draft = sales.draft([{ price: "500" }]) as { content: { lines: unknown } };
  const saved = accepted(
    await sales.run(sales.entrepreneur, saveQuote, {
      quoteId: null,
      version: null,
      activityId: sales.activityId,
      customerId: sales.customerId,
      title: "Salle de bains",
      content: {
        ...draft.content,
        schedule: { depositRate: 3000, instalments: [] },
        validityDays: 30,
        introduction: "",
        mentions: "",
        deliveryAddress: "",
      },
    }),
  );
  accepted(await sales.run(sales.entrepreneur, submitQuote, { quoteId: saved.quoteId }));
  quote = saved.quoteId;
  sales.tenant.setNow("2026-11-22T12:00:00.000Z");
  last = await invoice();
});

function visit(half: Half, who: TestPerson, page: Partial<PageRequest> = {}) {
  const { signedIn } = who;
  const params = { cooperative: slug, ...page.params };
  return answerOf(() => half(pageArguments(app, { path: "/x", signedIn, ...page, params }) as never));
}
const queue = async (who: TestPerson) =>
  ((await visit(queuePage.loader, who)).body as { rows: { id: string; kind: string }[] }).rows.map((row) => row.id);
const address = (id: string) => `/${slug}/a-relire/${id === quote ? "devis/" : ""}${id}`;

describe("La file à relire", () => {
  it("mêle devis et factures, le plus ancien en premier, pour qui peut les valider", async () => {
    expect(await queue(sales.accountant)).toEqual([first, quote, last]);
    expect(await queue(sales.entrepreneur)).toEqual([]);
    const payroll = await sales.tenant.person({ roles: ["payroll"] });
    expect(await queue(payroll)).toEqual([]);
  });

  it("de l'un à l'autre : valider une facture mène au devis, le valider à la suivante, puis à la liste", async () => {
    const issue = (id: string) =>
      visit(invoicePage.action, sales.accountant, {
        params: { invoiceId: id },
        form: { intention: "issue", cle: sales.tenant.newId() },
      });
    expect(await issue(first)).toMatchObject({ status: 302, location: address(quote) });
    const { body } = await visit(quotePage.loader, sales.accountant, { params: { quoteId: quote } });
    expect((body as { queue: { id: string }[] }).queue.map(({ id }) => id)).toEqual([quote, last]);
    const validated = await visit(quotePage.action, sales.accountant, {
      params: { quoteId: quote },
      form: { intention: "validate", cle: sales.tenant.newId() },
    });
    expect(validated).toMatchObject({ status: 302, location: address(last) });
    expect(await issue(last)).toMatchObject({ status: 302, location: `/${slug}/a-relire` });
    expect(await queue(sales.accountant)).toEqual([]);
  });

  it("ce qui a changé depuis la lecture ne part pas : on relit d'abord", async () => {
    const seen = ((await visit(queuePage.loader, sales.accountant)).body as { rows: { id: string; version: number }[] })
      .rows;
    const version = (id: string) => String(seen.find((row) => row.id === id)?.version);
    accepted(await sales.run(sales.entrepreneur, takeBackInvoice, { invoiceId: first }));
    const change = {
      ...(sales.draft([{ price: "9000" }]) as object),
      invoiceId: first,
      version: Number(version(first)),
    };
    accepted(await sales.run(sales.entrepreneur, saveInvoice, change));
    accepted(await sales.run(sales.entrepreneur, submitInvoice, { invoiceId: first }));
    const issue = await visit(invoicePage.action, sales.accountant, {
      params: { invoiceId: first },
      form: { intention: "issue", cle: sales.tenant.newId(), version: version(first) },
    });
    expect(issue).toMatchObject({ status: 409, body: { problem: { code: "invoice.readBeforeChange" } } });
    const form = new FormData();
    form.set("cle", sales.tenant.newId());
    form.append("document", `invoice:${first}:${version(first)}`);
    form.append("document", `quote:${quote}:99`);
    expect(await visit(queuePage.action, sales.accountant, { form })).toMatchObject({
      status: 409,
      body: { refused: [{ id: first }, { id: quote }] },
    });
    const validate = await visit(quotePage.action, sales.accountant, {
      params: { quoteId: quote },
      form: { intention: "validate", cle: sales.tenant.newId(), version: "99" },
    });
    expect(validate).toMatchObject({ status: 409, body: { problem: { code: "quote.readBeforeChange" } } });
    expect((await queue(sales.accountant)).sort()).toEqual([first, quote, last].sort());
  });

  it("demander une correction mène aussi au suivant; sans un mot, une phrase et l'on reste", async () => {
    const send = (comment: string) =>
      visit(quotePage.action, sales.accountant, {
        params: { quoteId: quote },
        form: { intention: "return", comment, cle: sales.tenant.newId() },
      });
    expect((await send("")).status).toBe(422);
    expect(await send("Le taux est de 10 %.")).toMatchObject({ status: 302, location: address(last) });
    expect(await queue(sales.accountant)).toEqual([first, last]);
  });

  it("plusieurs à la fois, devis et factures; ce qui ne passe pas est dit", async () => {
    const post = (documents: string[]) => {
      const form = new FormData();
      form.set("cle", sales.tenant.newId());
      for (const one of documents) form.append("document", one);
      return visit(queuePage.action, sales.accountant, { form });
    };
    expect((await post([])).status).toBe(422);
    const elsewhere = sales.tenant.newId();
    expect(await post([`invoice:${first}`, `quote:${quote}`, `quote:${elsewhere}`])).toMatchObject({
      status: 409,
      body: { refused: [{ id: elsewhere }] },
    });
    expect(await queue(sales.accountant)).toEqual([last]);
    expect(await post([`invoice:${last}`])).toMatchObject({ status: 302, location: `/${slug}/a-relire` });
  });
});
