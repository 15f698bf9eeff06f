import { PDF } from "@libpdf/core";
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ActivityId } from "#kernel/id.ts";
import * as activityPage from "#modules/membership/activity/activity.page.tsx";
import { presentActivity } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { execute } from "#platform/command.ts";
import { holdBytes } from "#platform/files/hold-bytes.ts";
import { CMYK_JPEG, JPEG, PNG } from "#platform/testing/pictures.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import type { TestPerson } from "#testing/tenant.ts";
import { loadLogo } from "../document/logo.store.ts";
import { renderFacturx } from "../effects.job.ts";
import { findInvoice } from "../invoice/invoice.store.ts";
import { accepted, type SalesTenant, salesTenant } from "../testing.ts";
import * as sampleOfActivity from "./sample-of-activity.page.ts";
import * as sampleOfCooperative from "./sample-of-cooperative.page.ts";

let app: App;
let sales: SalesTenant;
let slug: string;
let activityId: ActivityId;

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  sales = await salesTenant();
  ({ activityId } = sales);
  slug = sales.tenant.slug;
});

function as(who: TestPerson, page: Omit<PageRequest, "path">) {
  const { signedIn } = who;
  const params = { cooperative: slug, activityId, ...page.params };
  // biome-ignore lint/suspicious/noExplicitAny: the framework's argument types are made for each page
  return pageArguments(app, { path: "/x", signedIn, ...page, params }) as any;
}

function formOf(fields: Readonly<Record<string, string | File>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const picture = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name);

/** What is read in a PDF, spaces apart. */
async function textOf(answer: Response): Promise<string> {
  const pdf = await PDF.load(new Uint8Array(await answer.arrayBuffer()));
  return pdf
    .getPages()
    .map((page) => page.extractText().text)
    .join("\n")
    .replaceAll("\u00a0", " ");
}

describe("Voir un exemple avant d'enregistrer", () => {
  it("celui de l'activité porte ce qui est saisi, sans rien garder", async () => {
    const form = formOf({
      accentColour: "#7a1f5f",
      footer: "Assurance décennale n° 42",
      conditions: "Un acompte de 30 % ouvre le chantier.",
      email: "bonjour@roux.example",
      logo: picture(JPEG, "logo.jpg"),
    });
    const answer: Response = await sampleOfActivity.action(as(sales.entrepreneur, { form }));
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    const text = await textOf(answer);
    for (const words of ["(spécimen)", "Assurance décennale", "Un acompte de 30 %", "bonjour@roux.example"]) {
      expect(text).toContain(words);
    }
    const { rows } = await sales.tenant.run((tx) =>
      sql`select accent_colour, logo_hash, footer, version from membership.activity`.execute(tx),
    );
    expect(rows).toEqual([{ accent_colour: null, logo_hash: null, footer: "", version: 1 }]);
  });

  it("une image ou une couleur qui ne va pas se dit dans l'onglet qui attend", async () => {
    const tries: [Record<string, string | File>, string][] = [
      [{ logo: picture(CMYK_JPEG, "logo.jpg") }, "imprimerie"],
      [{ logo: picture(new TextEncoder().encode("<svg/>"), "logo.png") }, "PNG ou JPEG"],
      [{ accentColour: "#ffe08a" }, "trop pâle"],
    ];
    for (const [fields, words] of tries) {
      const answer = await answerOf(() => sampleOfActivity.action(as(sales.entrepreneur, { form: formOf(fields) })));
      expect(answer.status).toBe(422);
      expect(answer.body).toContain(words);
    }
  });

  it("celui de la coopérative porte ses textes ; ni l'un ni l'autre ne s'ouvrent à qui n'a pas à les choisir", async () => {
    const direction = await sales.tenant.person({ roles: ["direction"] });
    const form = {
      footer: "Une maison pour quarante activités",
      conditions: "Paiement à réception.",
      paymentDays: "15",
    };
    const text = await textOf(await sampleOfCooperative.action(as(direction, { form })));
    expect(text).toContain("Une maison pour quarante activités");
    expect(text).toContain("Paiement à réception.");
    const status = async (run: () => unknown) => (await answerOf(run)).status;
    expect(await status(() => sampleOfCooperative.loader(as(sales.entrepreneur, {})))).toBe(403);
    expect(await status(() => sampleOfActivity.loader(as(sales.accountant, {})))).toBe(403);
    const neighbour = await sales.tenant.person({ activities: [await sales.tenant.activity("Autre")] });
    expect(await status(() => sampleOfActivity.loader(as(neighbour, {})))).toBe(404);
  });
});

describe("La page de l'activité reçoit un logo", () => {
  const post = (who: TestPerson, fields: Record<string, string | File>) =>
    answerOf(() => activityPage.action(as(who, { form: formOf({ intention: "present", version: "1", ...fields }) })));
  const stored = async () => {
    const { rows } = await sales.tenant.run((tx) =>
      sql<{ logo_hash: string | null; accent_colour: string | null }>`select logo_hash, accent_colour
        from membership.activity where id = ${activityId}`.execute(tx),
    );
    return rows[0];
  };

  it("et garde l'image choisie quand autre chose est refusé", async () => {
    const refused = await post(sales.entrepreneur, { logo: picture(PNG, "mon logo.png"), accentColour: "#ffe08a" });
    expect(refused.status).toBe(422);
    const { problem, typed } = refused.body as { problem: { fields: object }; typed: Record<string, string> };
    expect(Object.keys(problem.fields)).toEqual(["accentColour"]);
    expect(typed).toMatchObject({ accentColour: "#ffe08a", heldLogoName: "mon logo.png" });
    expect((await stored())?.logo_hash).toBeNull();
    const { heldLogo = "", heldLogoName = "" } = typed;
    expect((await post(sales.entrepreneur, { heldLogo, heldLogoName, accentColour: "#0b5c55" })).status).toBe(302);
    expect(await stored()).toMatchObject({ accent_colour: "#0b5c55", logo_hash: expect.any(String) });
  });

  it("et refuse à côté du champ ce qui n'en est pas un ; qui n'a pas à le choisir n'envoie rien", async () => {
    const wrong = await post(sales.entrepreneur, { logo: picture(new TextEncoder().encode("<svg/>"), "logo.png") });
    expect(wrong).toMatchObject({ status: 422, body: { problem: { code: "activity.logoKind" } } });
    expect(Object.keys((wrong.body as { problem: { fields: object } }).problem.fields)).toEqual(["logo"]);
    const broken = PNG.slice();
    broken.fill(7, 60, PNG.length - 20);
    const damaged = await post(sales.entrepreneur, { logo: picture(broken, "logo.png") });
    expect(damaged).toMatchObject({ status: 422, body: { problem: { code: "activity.logoBroken" } } });
    expect((await post(sales.accountant, { logo: picture(PNG, "logo.png") })).status).toBe(403);
    const { rows } = await sales.tenant.run((tx) => sql`select 1 from platform.held_file`.execute(tx));
    expect(rows).toEqual([]);
  });
});

describe("Un document émis est figé", () => {
  it("il garde le logo, la couleur et les conditions du jour de son émission", async () => {
    const { tenant, entrepreneur } = sales;
    const choose = async (
      version: number,
      bytes: Uint8Array,
      type: "image/png" | "image/jpeg",
      accentColour: string,
    ) => {
      const held = await holdBytes(app, entrepreneur.caller, "logo", { bytes, type, name: "logo" });
      const input = { activityId, version, accentColour, logo: held?.id, conditions: `Conditions ${version}.` };
      accepted(await execute(tenant.host, entrepreneur.caller, presentActivity, input));
    };
    const frozenOf = async (invoiceId: Awaited<ReturnType<SalesTenant["issue"]>>["invoiceId"]) => {
      const invoice = await tenant.run((tx) => findInvoice(tx, tenant.organizationId, invoiceId));
      if (invoice?.frozen == null) throw new Error("not issued");
      return invoice.frozen;
    };
    const render = async (invoiceId: Awaited<ReturnType<SalesTenant["issue"]>>["invoiceId"]) => {
      const frozen = await frozenOf(invoiceId);
      const logo = await tenant.run((tx) => loadLogo(tx, app.files, tenant.organizationId, frozen.seller.logoHash));
      return Buffer.from(await renderFacturx(frozen, logo));
    };
    await choose(1, PNG, "image/png", "#7a1f5f");
    const first = (await sales.issue([{ price: "100" }])).invoiceId;
    const printed = await render(first);
    await choose(2, JPEG, "image/jpeg", "#0b5c55");
    const second = (await sales.issue([{ price: "100" }])).invoiceId;
    expect((await frozenOf(first)).seller.accentColour).toBe("#7a1f5f");
    expect((await frozenOf(second)).seller.accentColour).toBe("#0b5c55");
    expect((await frozenOf(first)).seller.logoHash).not.toBe((await frozenOf(second)).seller.logoHash);
    expect([(await frozenOf(first)).conditions, (await frozenOf(second)).conditions]).toEqual([
      "Conditions 1.",
      "Conditions 2.",
    ]);
    expect((await render(first)).equals(printed)).toBe(true);
    expect((await render(second)).includes("/DCTDecode")).toBe(true);
    expect(printed.includes("/DCTDecode")).toBe(false);
  });
});
