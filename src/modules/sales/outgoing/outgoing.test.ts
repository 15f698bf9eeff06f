import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { execute } from "#platform/command.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson } from "#testing/tenant.ts";
import { sendInvoice } from "../invoice/send-invoice.command.ts";
import { accepted, type SalesTenant, salesTenant } from "../testing.ts";
import * as mailPage from "./mail.page.tsx";
import * as listPage from "./outgoing.page.tsx";
import type { OutgoingMail } from "./outgoing.store.ts";
import { mailState } from "./outgoing.ts";
import * as filePage from "./outgoing-file.page.ts";
import { retryMail } from "./retry-mail.command.ts";

type Half = (args: never) => unknown;
let app: App;
let sales: SalesTenant;
let slug: string;
let mailId: string;
let stranger: TestPerson;

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  sales = await salesTenant();
  slug = sales.tenant.slug;
  Object.assign(app, { clock: () => sales.tenant.host.clock() });
  stranger = await sales.tenant.person({ activities: [await sales.tenant.activity("Céramique Lou")] });
  const { invoiceId } = await sales.issue([{ price: "1000" }]);
  // As if the PDF had been made: only its name is needed to ask for the sending.
  await sales.tenant.run((tx) =>
    sql`update sales.invoice set pdf_hash = ${"a".repeat(64)} where id = ${invoiceId}`.execute(tx),
  );
  ({ mailId } = accepted(
    await sales.run(sales.entrepreneur, sendInvoice, {
      invoiceId,
      recipient: "compta@lutins.example",
      subject: "Facture F2026-00001",
      body: "Bonjour,\nvoici la facture.",
    }),
  ));
});

function visit(half: Half, who: TestPerson, page: Partial<PageRequest> = {}) {
  const { signedIn } = who;
  const params = { cooperative: slug, ...page.params };
  return answerOf(() => half(pageArguments(app, { path: `/${slug}/courrier`, signedIn, ...page, params }) as never));
}
const list = async (who: TestPerson, query = "") =>
  ((await visit(listPage.loader, who, { path: `/${slug}/courrier${query}` })).body as { rows: OutgoingMail[] }).rows;
const mark = (status: string, error: string | null) =>
  sales.tenant.run((tx) =>
    sql`update platform.mail set status = ${status}, error = ${error} where id = ${mailId}`.execute(tx),
  );
const asked = async () => {
  const { rows } = await sales.tenant.run((tx) =>
    sql<{ count: number }>`select count(*)::int as count from platform.outbox
      where event = 'platform.mail.requested.v1' and payload->>'mailId' = ${mailId}`.execute(tx),
  );
  return rows[0]?.count;
};

describe("La boîte d’envoi", () => {
  it("montre chaque message et ce qu’il devient, à qui voit son activité", async () => {
    for (const who of [sales.entrepreneur, sales.accountant]) {
      expect(await list(who)).toMatchObject([
        { id: mailId, recipient: "compta@lutins.example", status: "waiting", documentNumber: "F2026-00001" },
      ]);
    }
    expect(await list(stranger)).toEqual([]);
    expect(await list(stranger, `?activite=${sales.activityId}`)).toEqual([]);
    expect(await list(sales.entrepreneur, "?etat=failed")).toEqual([]);
    expect(await list(sales.entrepreneur, "?q=lutins")).toHaveLength(1);
    expect(await list(sales.entrepreneur, "?q=%25")).toEqual([]);
    expect(await list(sales.entrepreneur, `?apres=${mailId}`)).toEqual([]);
    const csv = (await visit(filePage.loader, sales.entrepreneur, { path: "/x?format=csv" })).body;
    expect(String(csv)).toContain("compta@lutins.example;Facture F2026-00001;F2026-00001;En attente");
    expect(String((await visit(filePage.loader, stranger, { path: "/x" })).body)).not.toContain("lutins");
  });

  it("un message d’une autre activité, d’une autre coopérative ou d’ailleurs n’existe pas", async () => {
    const open = (who: TestPerson, id = mailId) => visit(mailPage.loader, who, { params: { mailId: id } });
    expect(await open(sales.entrepreneur)).toMatchObject({ status: 200, body: { mail: { body: expect.any(String) } } });
    expect((await open(stranger)).status).toBe(404);
    const boss = await (await freshTenant()).person({ roles: ["administrator"] });
    expect((await open(boss)).status).toBe(404);
    expect((await open(sales.entrepreneur, "pas-un-identifiant")).status).toBe(404);
    // What another module sends is its own.
    await sales.tenant.run((tx) =>
      sql`update platform.mail set subject_kind = 'account.invitation', subject_id = 'x' where id = ${mailId}`.execute(
        tx,
      ),
    );
    expect((await open(sales.accountant)).status).toBe(404);
    expect(await list(sales.accountant)).toEqual([]);
  });

  it("un échec se réessaie une fois, par qui envoie les documents de l’activité", async () => {
    const retry = (who: TestPerson, key?: string) =>
      execute(sales.tenant.host, who.caller, retryMail, { mailId }, key ? { idempotencyKey: key } : {});
    expect(await retry(sales.entrepreneur)).toMatchObject({ kind: "conflict", code: "outgoing.notFailed" });
    await mark("failed", "550 no such user");
    expect(await retry(stranger)).toMatchObject({ code: "outgoing.missing" });
    const payroll = await sales.tenant.person({ roles: ["payroll"] });
    expect(await retry(payroll)).toMatchObject({ kind: "forbidden", code: "outgoing.notAllowed" });
    const elsewhere = await freshTenant();
    const boss = await elsewhere.person({ roles: ["administrator"] });
    expect(await execute(elsewhere.host, boss.caller, retryMail, { mailId })).toMatchObject({
      code: "outgoing.missing",
    });
    expect(await asked()).toBe(1);
    const key = sales.tenant.newId();
    expect(await retry(sales.entrepreneur, key)).toEqual({ mailId });
    expect(await retry(sales.entrepreneur, key)).toEqual({ mailId });
    expect(await asked()).toBe(2);
    expect(await list(sales.entrepreneur)).toMatchObject([{ status: "waiting", error: null }]);
  });

  it("la page dit un essai à venir, et propose de réessayer ce qui a échoué seulement", async () => {
    expect(mailState({ status: "waiting", error: "421 busy" })).toBe("retrying");
    expect(mailState({ status: "waiting", error: null })).toBe("waiting");
    const may = async () =>
      (
        (await visit(mailPage.loader, sales.entrepreneur, { params: { mailId } })).body as {
          mayRetry: boolean;
        }
      ).mayRetry;
    expect(await may()).toBe(false);
    await mark("failed", "550 no such user");
    expect(await may()).toBe(true);
    const answer = await visit(mailPage.action, sales.entrepreneur, { params: { mailId }, form: { cle: "" } });
    expect(answer).toMatchObject({ status: 302, location: `/${slug}/courrier/${mailId}` });
    const again = await visit(mailPage.action, sales.entrepreneur, { params: { mailId }, form: { cle: "" } });
    expect(again).toMatchObject({ status: 409 });
  });
});
