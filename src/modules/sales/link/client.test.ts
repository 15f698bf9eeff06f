/** A customer without an account: reads, downloads, answers; and opens nothing else. */
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { presentActivity } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { holdBytes } from "#platform/files/hold-bytes.ts";
import { drawPng } from "#platform/files/png-writer.ts";
import { answerOf, type PageAnswer, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant } from "#testing/tenant.ts";
import { saveInvoice } from "../invoice/save-invoice.command.ts";
import { sendInvoice } from "../invoice/send-invoice.command.ts";
import { sendQuote } from "../quote/answer-quote.command.ts";
import { saveQuote } from "../quote/save-quote.command.ts";
import { validateQuote } from "../quote/validate-quote.command.ts";
import { accepted, type SalesTenant, salesTenant } from "../testing.ts";
import { answerOnline } from "./answer-online.command.ts";
import { closeLink, openLink } from "./change-link.command.ts";
import * as page from "./client.page.tsx";
import * as logo from "./client-logo.page.ts";
import * as pdf from "./client-pdf.page.ts";
import { LINK_PURPOSE, withAddress } from "./document-link.ts";
import { linkInMail } from "./link-in-mail.job.ts";

let app: App;
let sales: SalesTenant;
let _address = 0;

beforeAll(async () => {
  ({ app } = await testApp());
});
beforeEach(async () => {
  sales = await salesTenant();
  _address += 1;
  Object.assign(app, { clock: () => sales.tenant.host.clock() });
});

type Half = (args: never) => unknown;
const visit = (half: Half, token: string, form?: Record<string, string>): Promise<PageAnswer> =>
  answerOf(() => half(pageArguments(app, { path: `/document/${token}`, params: { token }, form }) as never));

async function sentQuote(): Promise<string> {
  const base = sales.draft([{ price: "1000" }]) as { content: object };
  const extras = { schedule: { depositRate: 0, instalments: [] }, validityDays: 30, introduction: "", mentions: "" };
  const content = { ...base.content, ...extras, deliveryAddress: "" };
  const { quoteId } = accepted(await sales.run(sales.entrepreneur, saveQuote, { ...base, quoteId: null, content }));
  accepted(await sales.run(sales.accountant, validateQuote, { quoteId }));
  return quoteId;
}

const linkTo = async (kind: "quote" | "invoice", documentId: string) => {
  const { linkId } = accepted(await sales.run(sales.entrepreneur, openLink, { kind, documentId }));
  return app.tokens.make(LINK_PURPOSE, sales.tenant.organizationId, linkId);
};

const one = async <T>(query: ReturnType<typeof sql<T>>): Promise<T> => {
  const { rows } = await sales.tenant.run((tx) => query.execute(tx));
  return rows[0] as T;
};

const YES = { intention: "accept", name: "Jeanne Œuvrard", agreed: "on" };

describe("La page d'un client sans compte", () => {
  it("montre le devis et rien des comptes; le client l'accepte, une fois, et cela se lit dans le suivi", async () => {
    const quoteId = await sentQuote();
    const token = await linkTo("quote", quoteId);
    const shown = await visit(page.loader, token);
    expect(shown.status).toBe(200);
    expect(shown.body).toMatchObject({ shown: { kind: "quote", gross: 120_000n, quote: { status: "validated" } } });
    const text = JSON.stringify(shown.body, (_, value) => (typeof value === "bigint" ? String(value) : value));
    for (const inner of [quoteId, sales.activityId, sales.customerId, '"706"']) expect(text).not.toContain(inner);

    expect((await visit(page.action, token, { ...YES, name: " " })).status).toBe(422);
    expect((await visit(page.action, token, { ...YES, agreed: "" })).status).toBe(422);
    expect((await visit(page.action, token, { intention: "decline", reason: "" })).status).toBe(422);
    expect((await visit(page.action, token, { intention: "delete" })).status).toBe(422);
    expect((await visit(page.action, token, YES)).status).toBe(302);
    expect(await one(sql`select status from sales.quote`)).toEqual({ status: "accepted" });
    expect(await one(sql`select person_id, comment from sales.document_event where action = 'accept'`)).toEqual({
      person_id: null,
      comment: expect.stringMatching(
        /^22\/11\/2026 · Bon pour accord : Jeanne Œuvrard \(en ligne, depuis 203\.0\.113\.\d+\)$/,
      ),
    });
    expect(
      await one(sql`select user_id, person_id from platform.audit where action = 'sales.quote.answerOnline'`),
    ).toEqual({ user_id: "client", person_id: null });
    expect(await one(sql`select topic, person_id from notification.notice where topic like '%Online'`)).toEqual({
      topic: "sales.quote.acceptedOnline",
      person_id: sales.entrepreneur.personId,
    });
    const again = await visit(page.action, token, { intention: "decline", reason: "Trop cher" });
    expect(again).toMatchObject({ status: 409, body: { problem: { code: "link.answered" } } });
  });

  it("un refus dit pourquoi; une offre expirée ne s'accepte pas", async () => {
    const first = await linkTo("quote", await sentQuote());
    expect((await visit(page.action, first, { intention: "decline", reason: "Trop <b>cher</b>" })).status).toBe(302);
    expect(await one(sql`select comment from sales.document_event where action = 'decline'`)).toEqual({
      comment: expect.stringContaining("Trop <b>cher</b>"),
    });
    const late = await linkTo("quote", await sentQuote());
    const clock = sales.tenant.host.clock();
    Object.assign(app, { clock: () => clock.replace("2026-11", "2027-01") });
    expect(await visit(page.action, late, YES)).toMatchObject({
      status: 409,
      body: { problem: { code: "link.expired" } },
    });
  });

  it("une facture se lit avec ce qui reste à payer; elle ne se répond pas", async () => {
    const { invoiceId, number } = await sales.issue([{ price: "1000" }]);
    const token = await linkTo("invoice", invoiceId);
    expect((await visit(page.loader, token)).body).toMatchObject({
      shown: { kind: "invoice", number, invoice: { left: 120_000n }, quote: null },
    });
    expect((await visit(page.action, token, YES)).status).toBe(404);
    // The paper is not printed yet.
    expect((await visit(pdf.loader, token)).status).toBe(503);
  });

  it("le logo figé avec le document s'y voit, celui-là seulement", async () => {
    const plain = await linkTo("quote", await sentQuote());
    const person = sales.entrepreneur;
    const host = { database: sales.tenant.host.database, clock: sales.tenant.host.clock, files: app.files };
    const png = { bytes: drawPng(160, 160, () => [11, 92, 85, 255]), type: "image/png" as const, name: "logo.png" };
    const held = await holdBytes(host, person.caller, "logo", png);
    accepted(await sales.run(person, presentActivity, { activityId: sales.activityId, version: 1, logo: held?.id }));
    const marked = await linkTo("quote", await sentQuote());
    expect((await visit(page.loader, plain)).body).toMatchObject({ shown: { seller: { hasLogo: false } } });
    expect((await visit(logo.loader, plain)).status).toBe(404);
    expect((await visit(page.loader, marked)).body).toMatchObject({ shown: { seller: { hasLogo: true } } });
    expect(await visit(logo.loader, marked)).toMatchObject({ status: 200 });
    expect((await visit(logo.loader, `${marked}x`)).status).toBe(404);
  });

  it("fermée, passée, d'un autre usage ou inventée, l'adresse n'ouvre rien", async () => {
    const quoteId = await sentQuote();
    const token = await linkTo("quote", quoteId);
    const house = sales.tenant.organizationId;
    const other = await freshTenant();
    const linkId = app.tokens.read(LINK_PURPOSE, token)?.id ?? "";
    const wrong = [
      "x",
      token.replace(/.$/, "~"),
      app.tokens.make("autre", house, linkId),
      app.tokens.make(LINK_PURPOSE, house, quoteId),
      app.tokens.make(LINK_PURPOSE, other.organizationId, linkId),
    ];
    for (const bad of wrong) {
      expect((await visit(page.loader, bad)).status).toBe(404);
      expect((await visit(pdf.loader, bad)).status).toBe(404);
      expect((await visit(page.action, bad, YES)).status).toBe(404);
    }
    const clock = sales.tenant.host.clock();
    Object.assign(app, { clock: () => clock.replace("2026-", "2027-") });
    expect((await visit(page.loader, token)).status).toBe(404);
    Object.assign(app, { clock: () => clock });
    expect((await visit(page.loader, token)).status).toBe(200);
    accepted(await sales.run(sales.entrepreneur, closeLink, { kind: "quote", documentId: quoteId }));
    expect((await visit(page.loader, token)).status).toBe(404);
    expect((await visit(page.action, token, YES)).status).toBe(404);
    expect(await sales.run(sales.entrepreneur, closeLink, { kind: "quote", documentId: quoteId })).toMatchObject({
      code: "link.closedAlready",
    });
    expect(await linkTo("quote", quoteId)).not.toBe(token);
  });

  it("qui ne voit pas l'activité n'ouvre ni ne ferme; personne de connecté ne répond à la place du client", async () => {
    const quoteId = await sentQuote();
    const stranger = await sales.tenant.person({ activities: [await sales.tenant.activity("Céramique Lou")] });
    const payroll = await sales.tenant.person({ roles: ["payroll"] });
    const what = { kind: "quote", documentId: quoteId };
    for (const [who, code] of [
      [stranger, "link.documentMissing"],
      [payroll, "link.notAllowed"],
    ] as const) {
      expect(await sales.run(who, openLink, what)).toMatchObject({ code });
      expect(await sales.run(who, closeLink, what)).toMatchObject({ code });
    }
    const { linkId } = accepted(await sales.run(sales.entrepreneur, openLink, { kind: "quote", documentId: quoteId }));
    const input = { answer: "accept", linkId, name: "Moi", agreed: true };
    expect(await sales.run(sales.accountant, answerOnline, input)).toMatchObject({ code: "link.gone" });
    const draft = sales.draft([{ price: "1" }]) as object;
    const { invoiceId } = accepted(await sales.run(sales.entrepreneur, saveInvoice, draft));
    const ofDraft = await sales.run(sales.entrepreneur, openLink, { kind: "invoice", documentId: invoiceId });
    expect(ofDraft).toMatchObject({ code: "link.draft" });
  });

  it("le message qui envoie un document ouvre son adresse; ce qui est gardé du message n'ouvre rien", async () => {
    const quoteId = await sentQuote();
    const { invoiceId } = await sales.issue([{ price: "10" }]);
    await sales.tenant.run((tx) => sql`update sales.quote set pdf_hash = ${"a".repeat(64)}`.execute(tx));
    await sales.tenant.run((tx) => sql`update sales.invoice set pdf_hash = ${"a".repeat(64)}`.execute(tx));
    const letter = { recipient: "a@b.example", subject: "Bonjour", body: "Voici :\n{lien}\nMerci" };
    accepted(await sales.run(sales.entrepreneur, sendQuote, { quoteId, ...letter }));
    accepted(await sales.run(sales.entrepreneur, sendInvoice, { invoiceId, ...letter, body: "Sans adresse" }));
    expect(await one(sql`select count(*)::int as count from sales.document_link`)).toEqual({ count: 1 });
    expect(await one(sql`select body from platform.mail where subject_kind = 'sales.quote'`)).toEqual({
      body: letter.body,
    });
    const leaving = (subjectId: string) =>
      sales.tenant.run((tx) => {
        const place = { tx, organizationId: sales.tenant.organizationId, now: sales.tenant.host.clock() };
        return linkInMail(app, place, { body: letter.body, subjectKind: "sales.quote", subjectId });
      });
    const text = await leaving(quoteId);
    const token = /\/document\/([\w-]+)$/m.exec(text)?.[1] ?? "";
    expect((await visit(page.loader, token)).status).toBe(200);
    expect(await leaving(invoiceId)).toBe("Voici :\nMerci");
    expect(withAddress("Rien", null)).toBe("Rien");
  });
});
