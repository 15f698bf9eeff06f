import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Day, Instant } from "#kernel/day.ts";
import { toDay } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { cancelContract, recordContract } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { execute } from "#platform/command.ts";
import { renderPages } from "#platform/pdf/render-pages.ts";
import { PDF_BYTES } from "#platform/testing/pictures.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import * as mine from "../document/my-documents.page.tsx";
import * as person from "../document/person-documents.page.tsx";
import { docxOf, paragraph } from "../docx/testing.ts";
import { settleDocuments } from "../testing.ts";
import * as activity from "./activity-pieces.page.tsx";
import { decidePiece, givePiece, readPiece } from "./give-piece.command.ts";
import { linesOf, missingCount, type Piece, type PieceKind, stateOf, USUAL_KINDS } from "./piece.ts";
import * as file from "./piece-file.page.ts";
import * as preview from "./piece-preview.page.tsx";
import * as pieces from "./pieces.page.tsx";
import { addUsualKinds, savePieceKind } from "./save-piece-kind.command.ts";

const NOW = "2026-11-27T10:00:00.000Z";

const kind = (more: Partial<PieceKind> = {}): PieceKind => ({
  ...{
    id: "k" as Id<"pieceKind">,
    name: "Assurance",
    subject: "person",
    sensitive: false,
    needsValidation: false,
    expires: true,
  },
  ...{ levels: { cape: "mandatory" }, version: 1, ...more },
});
const piece = (more: Partial<Piece> = {}): Piece => ({
  ...{ id: "p" as Id<"piece">, kindId: "k" as Id<"pieceKind">, fileName: "a.pdf", mediaType: "application/pdf" },
  ...{ expiresOn: null, givenAt: NOW as Instant, accepted: null, reason: "", ...more },
});

describe("Où en est une pièce", () => {
  it.each([
    ["2027-02-27", "good"],
    ["2027-02-28", "soon"],
    ["2027-03-29", "soon"],
    ["2027-03-30", "soon"],
    ["2027-03-31", "expired"],
  ] as const)("valable jusqu’au 30 mars 2027, lue le %s : %s", (on, state) => {
    expect(stateOf(kind(), piece({ expiresOn: toDay("2027-03-30") }), on as Day)).toBe(state);
  });

  it("à valider, acceptée, refusée, et manquante", () => {
    const checked = kind({ needsValidation: true, expires: false });
    const on = toDay("2026-11-27");
    expect(stateOf(checked, undefined, on)).toBe("missing");
    expect(stateOf(checked, piece(), on)).toBe("waiting");
    expect(stateOf(checked, piece({ accepted: true }), on)).toBe("good");
    expect(stateOf(checked, piece({ accepted: false }), on)).toBe("refused");
    const lines = linesOf([checked], [piece(), piece({ accepted: false })], "cape", on);
    expect(lines).toMatchObject([{ level: "mandatory", state: "waiting", versions: [{}, {}] }]);
    expect(missingCount(linesOf([checked], [], "cape", on))).toBe(1);
    expect(missingCount(linesOf([checked], [], "candidate", on))).toBe(0);
  });
});

describe("Les pièces d’une personne", () => {
  let app: App;
  let tenant: TestTenant;
  let slug: string;
  let payroll: TestPerson;
  let karim: TestPerson;
  let samira: TestPerson;
  let kinds: Record<string, string>;

  beforeAll(async () => {
    ({ app } = await testApp());
  });

  beforeEach(async () => {
    tenant = await freshTenant({ now: NOW });
    Object.assign(app, { clock: () => tenant.host.clock() });
    slug = tenant.slug;
    payroll = await tenant.person({ roles: ["payroll"] });
    karim = await tenant.person({ roles: ["accompagnateur"] });
    samira = await tenant.person({ activities: [await tenant.activity()] });
    await execute(tenant.host, payroll.caller, addUsualKinds, {});
    const found = await tenant.run((tx) =>
      sql<{ id: string; name: string }>`select id, name from documents.piece_kind`.execute(tx),
    );
    kinds = Object.fromEntries(found.rows.map(({ id, name }) => [name, id]));
  });

  function as(who: TestPerson, request: Partial<PageRequest> = {}) {
    const { signedIn } = who;
    const params = { cooperative: slug, personId: samira.personId, ...request.params };
    return pageArguments(app, { path: "/x", signedIn, ...request, params }) as never;
  }

  function give(who: TestPerson, name: string, bytes: Uint8Array, fileName: string, expiresOn = "") {
    const form = new FormData();
    const texts = { intention: "give", kindId: kinds[name] ?? "", cle: `cle-${tenant.newId()}`, expiresOn };
    for (const [field, value] of Object.entries(texts)) form.set(field, value);
    form.set("file", new File([new Uint8Array(bytes)], fileName));
    const own = who === samira;
    return answerOf(() => (own ? mine.action(as(who, { form })) : person.action(as(who, { form }))));
  }

  const lastPiece = async () => {
    const { rows } = await tenant.run((tx) =>
      sql<{ id: string }>`select id from documents.piece order by given_at desc, id desc limit 1`.execute(tx),
    );
    return rows[0]?.id ?? "";
  };
  const opens = async (who: TestPerson, pieceId: string) =>
    (await answerOf(() => file.loader(as(who, { params: { pieceId } })))).status;
  const search = async (who: TestPerson, q: string) => {
    const answer = await answerOf(() => pieces.loader(as(who, { path: `/x?q=${encodeURIComponent(q)}` })));
    return (answer.body as { found: { kindName: string }[] }).found.map(({ kindName }) => kindName);
  };

  it("se donnent, se valident ou se refusent avec une raison ; chaque version reste", async () => {
    const docx = docxOf(paragraph("Certificat de charpentier"));
    expect((await give(samira, "Diplôme ou qualification", docx, "cap.docx")).status).toBe(302);
    const pieceId = await lastPiece();
    expect(await execute(tenant.host, karim.caller, decidePiece, { pieceId, accepted: "", reason: "" })).toMatchObject({
      code: "piece.reasonNeeded",
    });
    expect(await execute(tenant.host, samira.caller, decidePiece, { pieceId, accepted: "oui" })).toMatchObject({
      kind: "forbidden",
    });
    expect(
      await execute(tenant.host, karim.caller, decidePiece, { pieceId, accepted: "", reason: "Illisible" }),
    ).toEqual({ pieceId });
    tenant.setNow("2026-11-27T11:00:00.000Z");
    expect((await give(karim, "Diplôme ou qualification", docx, "cap bis.docx")).status).toBe(302);
    const { body } = await answerOf(() => person.loader(as(karim)));
    const line = (
      body as { pieces: { lines: { name: string; state: string; versions: unknown[] }[] }[] }
    ).pieces[0]?.lines.find(({ name }) => name.startsWith("Diplôme"));
    expect(line).toMatchObject({
      state: "waiting",
      versions: [{ fileName: "cap bis.docx" }, { accepted: false, reason: "Illisible" }],
    });
    await expect(tenant.run((tx) => sql`update documents.piece set file_name = 'x'`.execute(tx))).rejects.toThrow();
  });

  it("confidentielles : la personne et la paie les ouvrent, chaque lecture est notée ; l’accompagnateur sait seulement qu’elles sont là", async () => {
    const pdf = await renderPages({
      ...{
        title: "Passeport",
        author: "x",
        language: "fr",
        date: toDay("2026-11-27"),
        accent: "#000000",
        header: [],
        footer: [],
      },
      blocks: [{ kind: "heading", level: 1, align: "left", inlines: [{ text: "Passeport de la navigatrice" }] }],
    });
    expect((await give(samira, "Pièce d’identité", pdf, "passeport.pdf")).status).toBe(422);
    expect((await give(samira, "Pièce d’identité", pdf, "passeport.pdf", "26/11/2026")).status).toBe(422);
    expect((await give(samira, "Pièce d’identité", pdf, "passeport.pdf", "30/06/2030")).status).toBe(302);
    await settleDocuments(app, tenant);
    const pieceId = await lastPiece();
    const accountant = await tenant.person({ roles: ["accountant"] });
    expect([
      await opens(samira, pieceId),
      await opens(payroll, pieceId),
      await opens(karim, pieceId),
      await opens(accountant, pieceId),
    ]).toEqual([200, 200, 403, 404]);
    const { rows } = await tenant.run((tx) =>
      sql<{
        person_id: string;
      }>`select person_id from platform.audit where action = 'documents.piece.read' and (details->>'sensitive')::boolean`.execute(
        tx,
      ),
    );
    expect(rows.map((row) => row.person_id).sort()).toEqual([samira.personId, payroll.personId].sort());
    const { body } = await answerOf(() => person.loader(as(karim)));
    const text = JSON.stringify(body);
    expect(text).toContain("Pièce d’identité");
    expect(text).not.toContain("passeport.pdf");
    // Cherchée en français : le pluriel et l’accent ne gênent pas ; une pièce confidentielle ne se trouve pas par qui ne la lit pas.
    expect(await search(payroll, "navigatrices")).toEqual(["Pièce d’identité"]);
    expect(await search(payroll, "passeport")).toEqual(["Pièce d’identité"]);
    expect(await search(karim, "passeport")).toEqual([]);
    expect(await search(payroll, "boulanger")).toEqual([]);
  });

  it("se cherchent par les mots d’un DOCX, parmi les personnes que l’on suit", async () => {
    await give(samira, "Diplôme ou qualification", docxOf(paragraph("Certificat de charpentier")), "cap.docx");
    await settleDocuments(app, tenant);
    expect(await search(karim, "charpentiers")).toEqual(["Diplôme ou qualification"]);
    const lucie = await tenant.person({ roles: ["accompagnateur"] });
    await tenant.run((tx) =>
      sql`update membership.role_grant set followed_only = true where person_id = ${lucie.personId}`.execute(tx),
    );
    expect(await search(lucie, "charpentier")).toEqual([]);
  });

  it("refuse un fichier qui n’en est pas un, une sorte inconnue, un fichier d’autrui, une personne hors de portée", async () => {
    const html = new TextEncoder().encode("<script>alert(1)</script>");
    expect((await give(samira, "Diplôme ou qualification", html, "a.pdf")).status).toBe(422);
    const input = {
      personId: samira.personId,
      kindId: kinds["Diplôme ou qualification"],
      heldFileId: tenant.newId(),
      expiresOn: "",
    };
    expect(await execute(tenant.host, samira.caller, givePiece, input)).toMatchObject({ code: "template.fileMissing" });
    expect(await execute(tenant.host, samira.caller, givePiece, { ...input, kindId: tenant.newId() })).toMatchObject({
      code: "piece.kindMissing",
    });
    const other = await tenant.person({ activities: [await tenant.activity("Autre")] });
    expect(await execute(tenant.host, other.caller, givePiece, input)).toMatchObject({
      code: "document.personMissing",
    });
    expect(await execute(tenant.host, other.caller, readPiece, { pieceId: tenant.newId() })).toMatchObject({
      code: "piece.missing",
    });
  });

  it("d’un contrat : demandées selon sa sorte, à côté de celles de la personne ; jamais d’un contrat annulé", async () => {
    const contract = { personId: samira.personId, kind: "cape", startsOn: "2026-11-01", endsOn: "2027-10-31" };
    const signed = await execute(tenant.host, payroll.caller, recordContract, contract);
    if (isRefusal(signed)) throw new Error(signed.code);
    const { contractId } = signed;
    const kindId = kinds["Contrat signé sur papier"];
    const form = new FormData();
    const texts = { intention: "give", kindId: kindId ?? "", contractId, cle: "une-cle", expiresOn: "" };
    for (const [field, value] of Object.entries(texts)) form.set(field, value);
    form.set("file", new File([PDF_BYTES as Uint8Array<ArrayBuffer>], "contrat.pdf"));
    expect((await answerOf(() => mine.action(as(samira, { form })))).status).toBe(302);
    const { body } = await answerOf(() => person.loader(as(karim)));
    const shown = (body as { pieces: { subject: string; lines: { name: string; versions: unknown[] }[] }[] }).pieces;
    expect(shown.map(({ subject }) => subject)).toEqual(["person", "contract"]);
    expect(shown[1]?.lines).toMatchObject([
      { name: "Contrat signé sur papier", state: "good", versions: [{ fileName: "contrat.pdf" }] },
    ]);
    expect(shown[0]?.lines.some(({ name }) => name === "Contrat signé sur papier")).toBe(false);
    await execute(tenant.host, payroll.caller, cancelContract, { contractId, version: 1, reason: "Erreur" });
    const again = { personId: samira.personId, contractId, kindId, heldFileId: tenant.newId() };
    expect(await execute(tenant.host, payroll.caller, givePiece, again)).toMatchObject({
      code: "piece.contractMissing",
    });
    // A kind of a contract is not given of a person.
    expect(await execute(tenant.host, payroll.caller, givePiece, { ...again, contractId: "" })).toMatchObject({
      code: "piece.kindMissing",
    });
  });

  it("d’une activité : ses personnes les donnent, l’équipe décide, les autres n’en savent rien", async () => {
    const activityId = await tenant.activity("Menuiserie");
    const lea = await tenant.person({ activities: [activityId] });
    const at = (who: TestPerson, request: Partial<PageRequest> = {}) =>
      as(who, { ...request, params: { activityId } as never });
    const form = new FormData();
    const kindId = kinds["Attestation d’assurance de l’activité"] ?? "";
    const texts = { intention: "give", kindId, cle: "une-cle", expiresOn: "31/12/2026", activityId: tenant.newId() };
    for (const [field, value] of Object.entries(texts)) form.set(field, value);
    form.set("file", new File([PDF_BYTES as Uint8Array<ArrayBuffer>], "assurance.pdf"));
    expect((await answerOf(() => activity.action(at(lea, { form })))).status).toBe(302);
    const pieceId = await lastPiece();
    expect(await opens(lea, pieceId)).toBe(200);
    expect(await opens(karim, pieceId)).toBe(200);
    const accountant = await tenant.person({ roles: ["accountant"] });
    for (const who of [samira, accountant]) {
      expect(await opens(who, pieceId)).toBe(404);
      expect((await answerOf(() => activity.loader(at(who)))).status).toBe(404);
      expect(await execute(tenant.host, who.caller, decidePiece, { pieceId, accepted: "oui" })).toMatchObject({
        code: "piece.activityMissing",
      });
    }
    expect(await execute(tenant.host, lea.caller, decidePiece, { pieceId, accepted: "oui" })).toMatchObject({
      kind: "forbidden",
    });
    const desk = async (who: TestPerson) => (await answerOf(() => pieces.loader(as(who)))).body as { look: unknown[] };
    expect((await desk(karim)).look).toMatchObject([
      { name: "Menuiserie", to: `activites/${activityId}/pieces`, why: "waiting" },
    ]);
    expect(await execute(tenant.host, karim.caller, decidePiece, { pieceId, accepted: "oui" })).toEqual({ pieceId });
    expect((await answerOf(() => activity.loader(at(lea)))).body).toMatchObject({
      pieces: { subject: "activity", mayDecide: false },
    });
    const confidential = { kindId: "", name: "Secret", subject: "activity", sensitive: "oui", activity: "mandatory" };
    expect(await execute(tenant.host, payroll.caller, savePieceKind, confidential)).toMatchObject({
      code: "piece.confidential",
    });
    const turned = { kindId, name: "Autre nom", subject: "person", cape: "mandatory" };
    expect(await execute(tenant.host, payroll.caller, savePieceKind, turned)).toMatchObject({
      code: "piece.subjectKept",
    });
  });

  it("se voient dans l’application par qui les ouvre ; l’aperçu ne lit pas le fichier, et dit ce que l’antivirus en dit", async () => {
    await give(samira, "Relevé d’identité bancaire", PDF_BYTES, "rib.pdf");
    const pieceId = await lastPiece();
    const look = (who: TestPerson) => answerOf(() => preview.loader(as(who, { params: { pieceId } as never })));
    expect((await look(samira)).body).toMatchObject({ mediaType: "application/pdf", mark: null, fileName: "rib.pdf" });
    expect((await look(await tenant.person())).status).toBe(404);
    const { rows } = await tenant.run((tx) =>
      sql<{ file_hash: string }>`select file_hash from documents.piece where id = ${pieceId}`.execute(tx),
    );
    await tenant.run((tx) =>
      sql`insert into platform.file_check (organization_id, hash, user_id, asked_at, verdict, virus, checked_at)
        values (${tenant.organizationId}, ${rows[0]?.file_hash}, 'x', now(), 'infected', 'Eicar', now())`.execute(tx),
    );
    expect((await look(samira)).body).toMatchObject({ mark: "infected" });
    expect(await opens(samira, pieceId)).toBe(404);
    const read = await tenant.run((tx) =>
      sql`select 1 from platform.audit where action = 'documents.piece.read'`.execute(tx),
    );
    expect(read.rows).toHaveLength(1);
  });

  it("ce qui est demandé se règle par étape, par la paie et la direction", async () => {
    expect(Object.keys(kinds)).toHaveLength(USUAL_KINDS.length);
    expect(await execute(tenant.host, payroll.caller, addUsualKinds, {})).toMatchObject({ code: "piece.kindsThere" });
    const input = { kindId: "", name: "Casier judiciaire", sensitive: "oui", cape: "mandatory" };
    expect(await execute(tenant.host, karim.caller, savePieceKind, input)).toMatchObject({ kind: "forbidden" });
    expect(await execute(tenant.host, payroll.caller, savePieceKind, input)).toHaveProperty("kindId");
    expect(await execute(tenant.host, payroll.caller, savePieceKind, input)).toMatchObject({ code: "piece.kindTaken" });
    expect(
      await execute(tenant.host, payroll.caller, savePieceKind, { ...input, kindId: tenant.newId() }),
    ).toMatchObject({ code: "piece.kindMissing" });
  });
});
