import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { execute } from "#platform/command.ts";
import type { SignedIn } from "#platform/session/session.ts";
import { answerOf, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { rulesOf } from "../retention/retention.store.ts";
import { contactOf, processingOf, registerOf, versionsOf } from "./processing.store.ts";
import { HOUSE_KEYS, periodsOf } from "./processing.ts";
import { loader as fileLoader } from "./register-file.page.ts";
import { retentionText } from "./retention-text.ts";
import { saveContact, saveProcessing } from "./save-processing.command.ts";

let tenant: TestTenant;
let chief: TestPerson;
let slug: string;
let count = 0;

beforeEach(async () => {
  count += 1;
  slug = `registre-${process.pid}-${count}`;
  tenant = await freshTenant({ slug });
  chief = await tenant.person({ roles: ["direction"] });
});

const TEXTS = {
  ...{
    name: "Prêt de matériel",
    purpose: "Prêter des outils.",
    basis: "contract",
    basisDetail: "",
    persons: "Entrepreneurs",
  },
  ...{
    data: "Nom, outil, dates.",
    recipients: "Équipe",
    transfers: "",
    retention: "Un an après le retour.",
    security: "Cahier fermé.",
  },
};
const save = (fields: object = {}, who = chief, options = {}) =>
  execute(tenant.host, who.caller, saveProcessing, { key: "", version: 0, ...TEXTS, ...fields }, options);
const register = () => tenant.run((tx) => registerOf(tx, tenant.organizationId, "fr"));

describe("Le registre des traitements", () => {
  it("est prérempli de ce qu’Essaim fait vraiment, chaque fiche entière, avec ses durées", async () => {
    const entries = await register();
    expect(entries.map(({ key }) => key)).toEqual(HOUSE_KEYS);
    const { rules } = await tenant.run((tx) => rulesOf(tx, tenant.organizationId));
    for (const entry of entries) {
      expect(entry.version).toBe(0);
      for (const field of ["name", "purpose", "persons", "data", "recipients", "security", "basisDetail"] as const) {
        expect([entry.key, field, entry[field].length > 3]).toEqual([entry.key, field, true]);
      }
      expect([entry.key, retentionText(entry, rules, "fr").length > 3]).toEqual([entry.key, true]);
    }
    const notes = entries.find(({ key }) => key === "accompaniment");
    expect(notes && retentionText(notes, rules, "fr")).toBe("Notes et échanges d’accompagnement : 24 mois");
    expect(periodsOf("inconnu")).toEqual([]);
  });

  it("une fiche changée est une version de plus ; l’ancienne se relit, datée et signée", async () => {
    const change = { key: "candidates", name: "Nos candidatures" };
    expect(await save(change)).toEqual({ key: "candidates", version: 1 });
    tenant.setNow("2026-12-01T10:00:00.000Z");
    expect(await save({ ...change, version: 1, name: "Candidatures d’ici" })).toEqual({
      key: "candidates",
      version: 2,
    });
    expect((await register())[0]).toMatchObject({ key: "candidates", version: 2, name: "Candidatures d’ici" });
    const read = <T>(work: (tx: Parameters<typeof registerOf>[0]) => Promise<T>) => tenant.run(work);
    expect(await read((tx) => processingOf(tx, tenant.organizationId, "candidates", "fr", 1))).toMatchObject({
      name: "Nos candidatures",
    });
    const versions = await read((tx) => versionsOf(tx, tenant.organizationId, "candidates"));
    expect(versions.map(({ version, at, by }) => [version, at.slice(0, 10), by])).toEqual([
      [2, "2026-12-01", "Samira Roux"],
      [1, "2026-11-22", "Samira Roux"],
    ]);
    for (const act of [sql`update privacy.processing set name = 'x'`, sql`delete from privacy.processing`]) {
      await expect(read((tx) => act.execute(tx))).rejects.toThrow(/denied|never/);
    }
  });

  it("une fiche de plus a ses propres durées ; la même clé de formulaire n’en fait qu’une", async () => {
    expect(await save({ retention: "" })).toMatchObject({ code: "processing.retentionNeeded", field: "retention" });
    await save({}, chief, { idempotencyKey: "une-cle-de-registre" });
    await save({}, chief, { idempotencyKey: "une-cle-de-registre" });
    const own = (await register()).filter(({ key }) => !HOUSE_KEYS.some((house) => house === key));
    expect(own.map(({ name }) => name)).toEqual(["Prêt de matériel"]);
  });

  it("deux personnes à la fois : la seconde l’apprend ; les autres rôles et les autres coopératives, rien", async () => {
    await save({ key: "sales" });
    expect(await save({ key: "sales" })).toMatchObject({ code: "processing.changedMeanwhile" });
    expect(await save({ key: "rien" })).toMatchObject({ code: "processing.missing" });
    const payroll = await tenant.person({ roles: ["payroll"] });
    expect(await save({ key: "books" }, payroll)).toMatchObject({ code: "privacy.notAllowed" });
    const other = await freshTenant();
    const seen = await other.run((tx) => registerOf(tx, tenant.organizationId, "fr"));
    expect(seen.every(({ version }) => version === 0)).toBe(true);
  });

  it("le contact est daté lui aussi", async () => {
    const contact = (version: number, who = chief) =>
      execute(tenant.host, who.caller, saveContact, {
        version,
        name: "Hélène",
        contact: "rgpd@etabli.example",
        delegate: "oui",
      });
    expect(await contact(0)).toEqual({ version: 1 });
    expect(await contact(0)).toMatchObject({ code: "processing.changedMeanwhile" });
    expect(await contact(1, await tenant.person())).toMatchObject({ kind: "forbidden" });
    expect(await tenant.run((tx) => contactOf(tx, tenant.organizationId))).toMatchObject({
      name: "Hélène",
      delegate: true,
    });
  });

  it("se télécharge en tableau, une ligne par traitement", async () => {
    await save();
    const { app } = await testApp();
    const signedIn = { userId: chief.caller.userId, sessionId: "s", name: "H", email: "h@etabli.example" } as SignedIn;
    const path = `/${slug}/reglages/donnees/registre/telecharger?format=csv`;
    const answer = await answerOf(() =>
      fileLoader(pageArguments(app, { path, params: { cooperative: slug }, signedIn }) as never),
    );
    expect(String(answer.body)).toContain("Prêt de matériel");
    expect(String(answer.body).match(/\r\n/g)?.length).toBe(HOUSE_KEYS.length + 2);
  });
});
