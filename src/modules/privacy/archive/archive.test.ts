import { sql } from "kysely";
import PizZip from "pizzip";
import { beforeEach, describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import { changeSocialFile, readSensitive } from "#modules/parcours/index.server.ts";
import { saveSensitive } from "#modules/parcours/sensitive/save-sensitive.command.ts";
import { chooseConsents } from "#modules/privacy/consent/choose-consents.command.ts";
import { execute } from "#platform/command.ts";
import type { SignedIn } from "#platform/session/session.ts";
import { testBrowser } from "#platform/session/testing.ts";
import { answerOf, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { accesses } from "../access/access.store.ts";
import { action as ownAction } from "../own-data/own-data.page.tsx";
import { archivePage, valueText } from "./archive-page.ts";
import { loader as ownLoader } from "./own-archive.page.ts";
import { loader as personLoader } from "./person-archive.page.ts";

const NIR = "2 55 08 14 168 025 38";
let place = 0;
let tenant: TestTenant;
let slug: string;
let samira: TestPerson;
let payroll: TestPerson;
let chief: TestPerson;

beforeEach(async () => {
  place += 1;
  slug = `archive-${process.pid}-${place}`;
  tenant = await freshTenant({ slug });
  samira = await tenant.person();
  payroll = await tenant.person({ roles: ["payroll"] });
  chief = await tenant.person({ roles: ["direction"] });
  await execute(tenant.host, payroll.caller, saveSensitive, { personId: samira.personId, version: 0, nir: NIR });
  await execute(tenant.host, payroll.caller, changeSocialFile, {
    ...{ personId: samira.personId, section: "contact", seen: "", from: "2026-01-01", values: { city: "Landerneau" } },
  });
  await execute(tenant.host, samira.caller, chooseConsents, {
    ...{ asked: [{ purpose: "photo", version: 0 }], agreed: ["photo"] },
  });
});

const signedIn = (person: TestPerson, email = "samira@etabli.example") =>
  ({ userId: person.caller.userId, sessionId: "s", name: "Samira Roux", email }) as SignedIn;

async function unzip(run: () => unknown) {
  let given: unknown;
  try {
    given = await run();
  } catch (thrown) {
    given = thrown;
  }
  if (!(given instanceof Response)) return { status: (given as { init?: ResponseInit }).init?.status, zip: null };
  expect(given.headers.get("cache-control")).toBe("private, no-store");
  return { status: given.status, zip: new PizZip(Buffer.from(await given.arrayBuffer())) };
}

async function take(who: TestPerson, sealed: string) {
  const { app } = await testApp();
  const path = `/${slug}/mes-donnees/archive?acces=${sealed}`;
  return unzip(() =>
    ownLoader(pageArguments(app, { path, params: { cooperative: slug }, signedIn: signedIn(who) }) as never),
  );
}

describe("Tout ce que la coopérative sait de quelqu’un", () => {
  it("la personne redonne son mot de passe, puis emporte tout : la page, les données, son n° de sécurité sociale", async () => {
    const { app } = await testApp();
    const browser = testBrowser(app.identity, { address: "203.0.113.77" });
    const email = `${slug}@etabli.example`;
    const userId = await app.identity.ensureUser({ email, name: "Samira Roux", password: "une phrase assez longue" });
    await browser.signIn(email, "une phrase assez longue");
    await tenant.run((tx) =>
      sql`update membership.person set user_id = ${userId} where id = ${samira.personId}`.execute(tx),
    );
    const who = { ...samira, caller: { ...samira.caller, userId } };
    const ask = (password: string) =>
      answerOf(() =>
        ownAction(
          pageArguments(app, {
            path: `/${slug}/mes-donnees`,
            params: { cooperative: slug },
            signedIn: signedIn(who, email),
            browser,
            form: { intention: "archive", password },
          }) as never,
        ),
      );
    const wrong = await ask("pas le bon mot de passe");
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong.body)).not.toContain("pas le bon");
    const { ready } = (await ask("une phrase assez longue")).body as { ready: string };
    const { status, zip } = await take(who, ready.split("acces=")[1] ?? "");
    expect(status).toBe(200);
    const page = zip?.file("lisez-moi.html")?.asText() ?? "";
    expect(page).toContain("Ce que Coopérative L’Établi sait de Samira Roux");
    for (const known of ["Landerneau", NIR, "Dossier et histoire", "Consentements", "Consentements choisis"])
      expect(page).toContain(known);
    expect(page).not.toMatch(/<script|https?:/);
    const data = JSON.parse(zip?.file("donnees.json")?.asText() ?? "{}");
    expect(data.sensitive[0].nir).toBe(NIR);
    expect(data.tables["membership.fact"].some((row: { value: unknown }) => row.value === "Landerneau")).toBe(true);
    expect(data.tables["privacy.consent"]).toHaveLength(1);
    expect(JSON.stringify(data)).not.toContain(tenant.organizationId);
    const read = await tenant.run((tx) =>
      accesses(
        tx,
        tenant.organizationId,
        "Europe/Paris",
        { action: null, q: "", from: null, until: null },
        { limit: 9, offset: 0 },
      ),
    );
    expect(read.rows.map((row) => row.action)).toEqual(["privacy.archive.take"]);
  });

  it("sans le mot de passe, avec l’adresse d’un autre ou d’hier : rien", async () => {
    const { app } = await testApp();
    const seal = (purpose: string, id: string) => app.tokens.make(purpose, tenant.organizationId, id);
    const hour = Math.floor(Date.now() / 3_600_000);
    expect((await take(samira, "")).status).toBe(403);
    expect((await take(samira, seal(`own archive ${hour}`, payroll.personId))).status).toBe(403);
    expect((await take(samira, seal(`own archive ${hour - 30}`, samira.personId))).status).toBe(403);
    expect((await take(samira, seal(`own archive ${hour}`, samira.personId))).status).toBe(200);
  });

  it("la direction répond à une demande sans le n° de sécurité sociale ; les autres n’y trouvent rien", async () => {
    const { app } = await testApp();
    const open = (who: TestPerson) =>
      unzip(() =>
        personLoader(
          pageArguments(app, {
            path: `/${slug}/personnes/${samira.personId}/donnees/archive`,
            params: { cooperative: slug, personId: samira.personId },
            signedIn: signedIn(who),
          }) as never,
        ),
      );
    const { zip } = await open(chief);
    const text = `${zip?.file("lisez-moi.html")?.asText()}${zip?.file("donnees.json")?.asText()}`;
    expect(text).toContain("Landerneau");
    expect(text).not.toContain(NIR);
    for (const who of [payroll, await tenant.person({ roles: ["accompagnateur"] })]) {
      expect((await open(who)).status).toBe(404);
    }
    expect(await execute(tenant.host, payroll.caller, readSensitive, { personId: samira.personId })).toMatchObject({
      kept: { nir: NIR },
    });
  });

  it("rien d’une autre personne, ni d’une autre coopérative", async () => {
    const { app } = await testApp();
    const hour = Math.floor(Date.now() / 3_600_000);
    const { zip } = await take(
      payroll,
      app.tokens.make(`own archive ${hour}`, tenant.organizationId, payroll.personId),
    );
    const text = `${zip?.file("donnees.json")?.asText()}`;
    expect(text).not.toContain("Landerneau");
    expect(text).not.toContain(NIR);
  });
});

describe("La page à lire", () => {
  const page = {
    language: "fr",
    timeZone: "Europe/Paris",
    names: new Map([["0190a000-0000-7000-8000-000000000001", "Karim"]]),
  } as const;

  it("dit les jours, les moments et les noms ; ce qu’un programme seul lit n’y est pas", () => {
    expect(valueText("2026-02-28", page)).toBe("28/02/2026");
    expect(valueText("2026-06-30T22:30:00+00:00", page)).toBe("01/07/2026 00:30");
    expect(valueText("0190a000-0000-7000-8000-000000000001", page)).toBe("Karim");
    expect(valueText("0190a000-0000-7000-8000-000000000002", page)).toBe("");
    expect(valueText({ a: true, b: null }, page)).toBe("a : oui");
  });

  it("ce que quelqu’un a écrit reste du texte", () => {
    const html = archivePage({
      ...page,
      ...{ cooperative: "L’Établi", name: "<b>Samira</b>", madeOn: toDay("2026-11-22"), notes: [] },
      sections: [{ title: "Notes", rows: [{ body: '<img src=x onerror="alert(1)">' }] }],
    });
    expect(html).not.toContain("<img");
    expect(html).not.toContain("<b>");
    expect(html).toContain("&lt;img src=x");
  });
});
