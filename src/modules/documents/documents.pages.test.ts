import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordContract } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { execute } from "#platform/command.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import * as page from "./document/document.page.tsx";
import * as file from "./document/document-file.page.ts";
import * as word from "./document/document-word.page.ts";
import { cancelDocument, DOCUMENT_MADE, makeDocument } from "./document/make-document.command.ts";
import * as mine from "./document/my-documents.page.tsx";
import * as making from "./document/new-document.page.tsx";
import * as person from "./document/person-documents.page.tsx";
import { docxOf, paragraph } from "./docx/testing.ts";
import { recordStatutes, saveRepresentative } from "./template/record-statutes.command.ts";
import * as statutes from "./template/statutes-file.page.ts";
import * as templateFile from "./template/template-file.page.ts";
import * as templates from "./template/templates.page.tsx";
import { chooseTemplate, uploadTemplate } from "./template/upload-template.command.ts";
import { settleDocuments } from "./testing.ts";

const NOW = "2026-11-27T10:00:00.000Z";

let app: App;
let tenant: TestTenant;
let slug: string;
let payroll: TestPerson;
let karim: TestPerson;
let samira: TestPerson;
let activityId: string;

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  tenant = await freshTenant({ now: NOW });
  Object.assign(app, { clock: () => tenant.host.clock() });
  slug = tenant.slug;
  payroll = await tenant.person({ roles: ["payroll"] });
  karim = await tenant.person({ roles: ["accompagnateur"] });
  activityId = await tenant.activity();
  samira = await tenant.person({ activities: [activityId as never] });
});

function as(who: TestPerson, request: Partial<PageRequest> & { readonly path: string }) {
  const { signedIn } = who;
  const params = { cooperative: slug, ...request.params };
  return pageArguments(app, { signedIn, ...request, path: `/${slug}/${request.path}`, params }) as never;
}

const settle = () => settleDocuments(app, tenant);

const made = async (who: TestPerson, input: Record<string, unknown>) => {
  const result = await execute(tenant.host, who.caller, makeDocument, {
    ...{ personId: samira.personId, kind: "letter", title: "Lettre", values: {} },
    ...input,
  });
  return result as { documentId: string };
};

describe("Un document se fait depuis un modèle", () => {
  const newPage = { path: `personnes/x/documents/nouveau`, params: {} as Record<string, string> };
  const cape = (values: Record<string, string>) => ({
    ...{ cle: "cle-de-page-1", kind: "cape", title: "CAPE – Samira Roux", contractId: "", activityId },
    ...values,
  });

  it("étant donné un CAPE, quand il manque des informations, alors elles sont nommées avant, et rien n’est fait", async () => {
    const contract = await execute(tenant.host, payroll.caller, recordContract, {
      ...{ personId: samira.personId, kind: "cape", startsOn: "2026-12-01", endsOn: "2027-11-30" },
    });
    const { contractId } = contract as { contractId: string };
    const params = { personId: samira.personId };
    const loaded = await answerOf(() =>
      making.loader(as(karim, { ...newPage, params, path: `${newPage.path}?modele=cape` })),
    );
    const { prepared } = loaded.body as { prepared: { fields: { name: string; value: string }[] } };
    const told = (name: string) => prepared.fields.find((field) => field.name === name)?.value;
    expect(told("contrat.debut")).toBe("1er décembre 2026");
    expect(told("contrat.renouvellements_restants")).toBe("2");
    expect(told("activite.projet")).toBe("Plomberie Roux");
    const missing = prepared.fields.filter(({ value }) => value === "").map(({ name }) => name);
    expect(missing).toEqual(
      expect.arrayContaining(["personne.adresse", "contrat.moyens", "statuts.titre", "cooperative.representant"]),
    );

    const refused = await answerOf(() => making.action(as(karim, { ...newPage, params, form: cape({ contractId }) })));
    expect(refused.status).toBe(422);
    const { problem } = refused.body as { problem: { sentence: string; fields: Record<string, string> } };
    expect(problem.sentence).toContain(`: ${missing.length}.`);
    expect(Object.keys(problem.fields).sort()).toEqual(missing.map((name) => `champ.${name}`).sort());

    const filled = Object.fromEntries(missing.map((name) => [`champ.${name}`, `dit ${name}`]));
    const sent = () =>
      answerOf(() => making.action(as(karim, { ...newPage, params, form: cape({ contractId, ...filled }) })));
    const answer = await sent();
    expect(answer.status).toBe(302);
    expect((await sent()).location).toBe(answer.location);
    await settle();
    const documentId = answer.location?.split("/").at(-1) ?? "";
    const shown = await answerOf(() =>
      page.loader(as(samira, { path: `documents/${documentId}`, params: { documentId } })),
    );
    const words = JSON.stringify((shown.body as { blocks: unknown }).blocks);
    for (const article of [
      "R127-1, 1°",
      "R127-1, 2°",
      "R127-1, 3°",
      "R127-1, 4°",
      "R127-1, 5°",
      "R127-1, 6°",
      "R127-1, 7°",
      "R127-1, 8°",
    ]) {
      expect(words).toContain(article.replace(" ", " "));
    }
    for (const name of missing) expect(words).toContain(`dit ${name}`);
    expect(words).not.toContain("{{");
    // Ce qui fut rempli à la main est proposé la fois suivante.
    const again = await answerOf(() =>
      making.loader(as(karim, { ...newPage, params, path: `${newPage.path}?modele=cape` })),
    );
    const { fields } = (again.body as { prepared: { fields: { name: string; proposed: string }[] } }).prepared;
    expect(fields.find(({ name }) => name === "contrat.moyens")?.proposed).toBe("dit contrat.moyens");
  });

  it("donne un PDF et un DOCX, que la personne et ceux qui l’accompagnent ouvrent, et personne d’autre", async () => {
    const { documentId } = await made(payroll, {
      values: { "lettre.objet": "Rendez-vous", "lettre.texte": "Bonjour & <merci>" },
    });
    await settle();
    const params = { documentId };
    const opens = async (who: TestPerson) =>
      (await answerOf(() => file.loader(as(who, { path: `documents/${documentId}/pdf`, params })))).status;
    expect([await opens(samira), await opens(karim), await opens(payroll)]).toEqual([200, 200, 200]);
    const accountant = await tenant.person({ roles: ["accountant"] });
    const other = await tenant.person({ activities: [activityId as never] });
    expect([await opens(accountant), await opens(other)]).toEqual([404, 404]);
    const docx = (await word.loader(as(samira, { path: `documents/${documentId}/docx`, params }))) as Response;
    expect(docx.headers.get("content-disposition")).toContain("Lettre.docx");
    const listed = await answerOf(() => mine.loader(as(samira, { path: "mes-documents" })));
    expect((listed.body as { lines: unknown[] }).lines).toHaveLength(1);
    const tab = await answerOf(() =>
      person.loader(as(karim, { path: "personnes/x/documents", params: { personId: samira.personId } })),
    );
    expect((tab.body as { lines: unknown[] }).lines).toHaveLength(1);
  });

  it("ne change plus : ni ses mots, ni ses fichiers ; une erreur s’annule", async () => {
    const { documentId } = await made(karim, {});
    await settle();
    const change = (column: string) =>
      tenant.run((tx) => sql`update documents.document set ${sql.ref(column)} = repeat('a', 64)`.execute(tx));
    await expect(change("pdf_hash")).rejects.toThrow(/never changes/);
    await expect(change("title")).rejects.toThrow(/permission denied/);
    expect(await execute(tenant.host, samira.caller, cancelDocument, { documentId })).toMatchObject({
      kind: "forbidden",
    });
    expect(await execute(tenant.host, karim.caller, cancelDocument, { documentId })).toEqual({ documentId });
    expect(await execute(tenant.host, karim.caller, cancelDocument, { documentId })).toMatchObject({
      code: "document.cancelledAlready",
    });
  });

  it("refuse le contrat et l’activité d’autrui, une personne d’ailleurs, et qui n’a pas le droit", async () => {
    expect(await made(karim, { contractId: tenant.newId() })).toMatchObject({ code: "document.contractMissing" });
    expect(await made(karim, { activityId: await tenant.activity("Autre") })).toMatchObject({
      code: "document.activityMissing",
    });
    expect(await made(karim, { kind: "other" })).toMatchObject({ code: "document.noTemplate" });
    expect(await made(samira, {})).toMatchObject({ kind: "forbidden" });
    const elsewhere = await (await freshTenant()).person();
    expect(await made(payroll, { personId: elsewhere.personId })).toMatchObject({ code: "document.personMissing" });
    const events = await tenant.run((tx) =>
      sql`select 1 from platform.outbox where event = ${DOCUMENT_MADE}`.execute(tx),
    );
    expect(events.rows).toEqual([]);
  });
});

describe("Les modèles", () => {
  function upload(who: TestPerson, bytes: Uint8Array, fields: Record<string, string> = {}) {
    const form = new FormData();
    const texts = { intention: "upload", kind: "cape", name: "Relu", cle: `cle-${tenant.newId()}`, ...fields };
    for (const [name, value] of Object.entries(texts)) form.set(name, value);
    form.set("file", new File([new Uint8Array(bytes)], "Notre CAPE.docx"));
    return answerOf(() => templates.action(as(who, { path: "documents/modeles", form })));
  }
  const problemOf = (answer: { body: unknown }) =>
    (answer.body as { problem: { fields: Record<string, string> } }).problem.fields.file;

  it("un champ inconnu est nommé avec sa place ; un fichier piégé est refusé avec sa raison", async () => {
    const wrong = await upload(payroll, docxOf(paragraph("Nom : {{personne.nomm", "}} à Brest")));
    expect(wrong.status).toBe(422);
    expect(problemOf(wrong)).toContain(
      "Le champ « personne.nomm » n’existe pas, ici : Nom : {{personne.nomm}} à Brest",
    );
    expect(problemOf(await upload(payroll, docxOf("", { "word/vbaProject.bin": "x" })))).toContain("macros");
    expect(problemOf(await upload(payroll, docxOf(paragraph("{{participant.nom}}"))))).toContain(
      "partie répétée « participants »",
    );
    expect((await upload(karim, docxOf(paragraph("a")))).status).toBe(403);
  });

  it("un modèle accepté sert aussitôt ; les versions restent, et l’on revient à celle que l’on veut", async () => {
    expect((await upload(payroll, docxOf(paragraph("Un : {{personne.prenom}}")))).status).toBe(302);
    expect((await upload(payroll, docxOf(paragraph("Deux : {{personne.prenom}}")))).status).toBe(302);
    const kinds = async () => {
      const { body } = await answerOf(() => templates.loader(as(karim, { path: "documents/modeles" })));
      return (
        body as { kinds: { kind: string; chosen: string; versions: { id: string; version: number }[] }[] }
      ).kinds.find(({ kind }) => kind === "cape");
    };
    const before = await kinds();
    expect(before?.versions.map(({ version }) => version)).toEqual([2, 1]);
    expect(before?.chosen).toBe(before?.versions[0]?.id);
    const first = before?.versions[1]?.id ?? "";
    expect(await execute(tenant.host, payroll.caller, chooseTemplate, { kind: "cape", templateId: first })).toEqual({
      templateId: first,
    });
    expect(
      await execute(tenant.host, payroll.caller, chooseTemplate, { kind: "cesa", templateId: first }),
    ).toMatchObject({ code: "template.missing" });
    expect(await execute(tenant.host, karim.caller, chooseTemplate, { kind: "cape", templateId: "" })).toMatchObject({
      kind: "forbidden",
    });
    expect(await execute(tenant.host, payroll.caller, chooseTemplate, { kind: "other", templateId: "" })).toMatchObject(
      { code: "template.noDefault" },
    );
    const { documentId } = await made(karim, { kind: "cape", values: { "personne.prenom": "Samira" } });
    await settle();
    const { body } = await answerOf(() => page.loader(as(karim, { path: "documents/x", params: { documentId } })));
    expect(JSON.stringify((body as { blocks: unknown }).blocks)).toContain("Un : Samira");
    const kept = await templateFile.loader(as(karim, { path: `documents/modele?sorte=cape&version=${first}` }));
    expect((kept as Response).headers.get("content-disposition")).toContain("Notre CAPE.docx");
    await expect(tenant.run((tx) => sql`update documents.template set name = 'x'`.execute(tx))).rejects.toThrow();
  });

  it("un fichier que l’on n’a pas envoyé ne se prend pas", async () => {
    const input = { kind: "cape", name: "Relu", heldFileId: tenant.newId(), fields: [] };
    expect(await execute(tenant.host, payroll.caller, uploadTemplate, input)).toMatchObject({
      code: "template.fileMissing",
    });
  });

  it("qui signe et les statuts en vigueur se disent une fois, et chaque contrat les reprend", async () => {
    const day = { adoptedOn: "2025-06-12", effectiveOn: "2025-06-12" };
    expect(
      await execute(tenant.host, payroll.caller, recordStatutes, {
        title: "Statuts",
        ...day,
        effectiveOn: "2025-01-01",
      }),
    ).toMatchObject({
      code: "statutes.effectBeforeAdoption",
    });
    expect(
      await execute(tenant.host, payroll.caller, recordStatutes, { title: "Statuts 2025", ...day }),
    ).toHaveProperty("statutesId");
    expect(await execute(tenant.host, karim.caller, recordStatutes, { title: "Autres", ...day })).toMatchObject({
      kind: "forbidden",
    });
    const later = { title: "Statuts 2027", adoptedOn: "2026-11-01", effectiveOn: "2027-01-01" };
    expect(await execute(tenant.host, payroll.caller, recordStatutes, later)).toHaveProperty("statutesId");
    const signer = { version: 1, representative: "Hélène Le Gall", quality: "gérante" };
    expect(await execute(tenant.host, payroll.caller, saveRepresentative, signer)).toMatchObject({ version: 2 });
    const params = { personId: samira.personId };
    const { body } = await answerOf(() =>
      making.loader(as(karim, { path: "personnes/x/documents/nouveau?modele=cesa", params })),
    );
    const { fields } = (body as { prepared: { fields: { name: string; value: string }[] } }).prepared;
    expect(fields.find(({ name }) => name === "statuts.titre")?.value).toBe("Statuts 2025");
    expect(fields.find(({ name }) => name === "cooperative.representant")?.value).toBe("Hélène Le Gall");
    expect((await answerOf(() => statutes.loader(as(samira, { path: "documents/statuts" })))).status).toBe(404);
  });
});
