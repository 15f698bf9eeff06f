import { createHash } from "node:crypto";
import { PDF } from "@libpdf/core";
import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { execute } from "#platform/command.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { cancelDocument, makeDocument } from "../document/make-document.command.ts";
import * as mine from "../document/my-documents.page.tsx";
import { settleDocuments } from "../testing.ts";
import { cancelSignature, remindSigner, sendToSign } from "./send-to-sign.command.ts";
import * as signPage from "./sign.page.tsx";
import { declineSignature, sendSigningCode, signDocument } from "./sign-document.command.ts";
import { checkCode } from "./signature.ts";
import * as signedFile from "./signed-file.page.ts";
import * as verify from "./verify.page.tsx";

const NOW = "2026-11-27T10:00:00.000Z";

let app: App;
let tenant: TestTenant;
let slug: string;
let karim: TestPerson;
let helene: TestPerson;
let samira: TestPerson;
let documentId: string;

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  tenant = await freshTenant({ now: NOW });
  Object.assign(app, { clock: () => tenant.host.clock() });
  slug = tenant.slug;
  karim = await tenant.person({ roles: ["accompagnateur"] });
  helene = await tenant.person({ roles: ["direction"] });
  samira = await tenant.person({ activities: [await tenant.activity()] });
  const made = await execute(tenant.host, karim.caller, makeDocument, {
    ...{
      personId: samira.personId,
      kind: "letter",
      title: "CAPE – Samira",
      values: { "lettre.texte": "Nous convenons." },
    },
  });
  documentId = (made as { documentId: string }).documentId;
  await settleDocuments(app, tenant);
});

function as(who: TestPerson | null, request: Partial<PageRequest> & { readonly path: string }) {
  const signedIn = who === null ? null : who.signedIn;
  const params = { cooperative: slug, documentId, ...request.params };
  return pageArguments(app, { signedIn, ...request, params }) as never;
}

const send = (more: Record<string, unknown> = {}) =>
  execute(tenant.host, karim.caller, sendToSign, {
    documentId,
    representativeId: helene.personId,
    expiresOn: "2026-12-27",
    ...more,
  });

async function requestRow() {
  const { rows } = await tenant.run((tx) =>
    sql<{ id: string; document_hash: string; outcome: string; signed_hash: string | null }>`
      select id, document_hash, outcome, signed_hash from documents.signature_request order by sent_at desc limit 1`.execute(
      tx,
    ),
  );
  return rows[0] as (typeof rows)[0];
}

async function sign(who: TestPerson, more: Record<string, unknown> = {}) {
  const { document_hash } = await requestRow();
  return execute(tenant.host, who.caller, signDocument, {
    ...{
      documentId,
      documentHash: document_hash,
      recognition: "password",
      typedName: "Samira Roux",
      drawing: "[[[0,0],[50,50]]]",
    },
    ...{ consent: "oui", sentence: "J’accepte.", network: "203.0.113.x", ...more },
  });
}

describe("Un document se signe", () => {
  it("par la personne puis par la coopérative ; le PDF signé porte ses preuves, et se vérifie sans compte", async () => {
    expect(await send()).toHaveProperty("requestId");
    expect(await sign(helene)).toMatchObject({ code: "signing.notYourTurn" });
    expect(await sign(karim)).toMatchObject({ code: "signing.notYours" });
    const waiting = await answerOf(() => mine.loader(as(samira, { path: "/x" })));
    expect((waiting.body as { waiting: unknown[] }).waiting).toHaveLength(1);
    const page = await answerOf(() => signPage.loader(as(samira, { path: "/x" })));
    expect(JSON.stringify(page.body)).toContain("Nous convenons.");
    tenant.setNow("2026-11-27T23:30:00.000Z");
    expect(await sign(samira)).toMatchObject({ wrongCode: false });
    expect(await sign(samira)).toMatchObject({ code: "signing.notYourTurn" });
    expect(await sign(helene, { typedName: "Hélène Marchand", drawing: "" })).toMatchObject({ wrongCode: false });
    expect(await sign(helene)).toMatchObject({ code: "signing.closed" });
    await settleDocuments(app, tenant);
    const request = await requestRow();
    expect(request).toMatchObject({ outcome: "signed", signed_hash: expect.stringMatching(/^[0-9a-f]{64}$/) });

    const response = (await signedFile.loader(as(samira, { path: "/x" }))) as Response;
    const signed = new Uint8Array(await response.arrayBuffer());
    expect(createHash("sha256").update(signed).digest("hex")).toBe(request.signed_hash);
    const pdf = await PDF.load(signed);
    const text = pdf
      .extractText()
      .map((one) => one.text)
      .join("\n");
    for (const told of [
      "Nous convenons.",
      "Page de signature",
      "Hélène Marchand",
      "28/11/2026 à 00:30:00",
      "203.0.113.x",
      "J’accepte.",
    ]) {
      expect(text.replace(/\s+/g, " ")).toContain(told);
    }
    expect(text.replace(/\s/g, "")).toContain(request.document_hash);
    // Le fichier que chacun a lu est joint, octet pour octet.
    const attached = [...pdf.getAttachments()].map(([name]) => pdf.getAttachment(name));
    expect(
      attached.map((bytes) =>
        createHash("sha256")
          .update(bytes ?? "")
          .digest("hex"),
      ),
    ).toEqual([request.document_hash]);

    const token = checkCode(tenant.organizationId, request.id as never);
    const check = async (bytes: Uint8Array, code = token) => {
      const form = new FormData();
      form.set("file", new File([new Uint8Array(bytes)], "contrat.pdf"));
      return (await answerOf(() => verify.action(as(null, { path: "/verifier", params: { token: code }, form })))).body;
    };
    expect(await check(signed)).toMatchObject({
      result: "good",
      names: ["Samira Roux", "Samira Roux"],
      on: "2026-11-28",
    });
    const changed = signed.slice();
    changed[1000] = (changed[1000] ?? 0) ^ 1;
    const bad = await check(changed);
    expect(bad).toMatchObject({ result: "bad" });
    expect(bad).not.toHaveProperty("names");
    const other = checkCode((await freshTenant()).organizationId, request.id as never);
    expect(await check(signed, other)).toMatchObject({ result: "bad" });
    expect((await answerOf(() => verify.loader(as(null, { path: "/x", params: { token: "abc" } })))).status).toBe(404);
  });

  it("ce qui est signé ne change plus, pour personne", async () => {
    await send();
    expect(await execute(tenant.host, karim.caller, cancelDocument, { documentId })).toMatchObject({
      code: "document.beingSigned",
    });
    await sign(samira);
    await sign(helene);
    await settleDocuments(app, tenant);
    expect(await execute(tenant.host, karim.caller, cancelDocument, { documentId })).toMatchObject({
      code: "document.signed",
    });
    expect(await send()).toMatchObject({ code: "signing.already" });
    expect(await execute(tenant.host, karim.caller, cancelSignature, { documentId })).toMatchObject({
      code: "signing.notWaiting",
    });
    const tries = [
      sql`update documents.signature_request set outcome = 'cancelled'`,
      sql`update documents.signature_request set signed_hash = repeat('a', 64)`,
      sql`update documents.document set cancelled_at = now(), cancelled_by = ${helene.personId}`,
      sql`update documents.signature_event set details = '{}'`,
      sql`delete from documents.signature_event`,
      sql`update documents.signer set name = 'x'`,
    ];
    for (const attempt of tries) await expect(tenant.run((tx) => attempt.execute(tx))).rejects.toThrow();
  });

  it("la base refuse de clore une demande que tous n’ont pas signée", async () => {
    await send();
    const close = tenant.run((tx) =>
      sql`update documents.signature_request set outcome = 'signed', closed_at = now()`.execute(tx),
    );
    await expect(close).rejects.toThrow(/everybody has signed/);
  });

  it("avec un code envoyé par courriel : un faux est compté, cinq ne passent plus, un bon signe", async () => {
    await send();
    expect(await execute(tenant.host, samira.caller, sendSigningCode, { documentId })).toHaveProperty("requestId");
    const body = async () => {
      const { rows } = await tenant.run((tx) =>
        sql<{
          body: string;
        }>`select body from platform.mail where subject like 'Votre code%' order by id desc limit 1`.execute(tx),
      );
      return /: (\d{6})/.exec(rows[0]?.body ?? "")?.[1] ?? "";
    };
    const code = await body();
    const wrong = code === "000000" ? "000001" : "000000";
    for (let count = 0; count < 5; count += 1) {
      expect(await sign(samira, { recognition: "mailCode", code: wrong })).toMatchObject({ wrongCode: true });
    }
    expect(await sign(samira, { recognition: "mailCode", code })).toMatchObject({ wrongCode: true });
    tenant.setNow("2026-11-27T10:10:00.000Z");
    await execute(tenant.host, samira.caller, sendSigningCode, { documentId });
    const fresh = await body();
    tenant.setNow("2026-11-27T10:26:00.000Z");
    expect(await sign(samira, { recognition: "mailCode", code: fresh })).toMatchObject({ wrongCode: true });
    await execute(tenant.host, samira.caller, sendSigningCode, { documentId });
    expect(await sign(samira, { recognition: "mailCode", code: await body() })).toMatchObject({ wrongCode: false });
    for (let count = 0; count < 4; count += 1)
      await execute(tenant.host, helene.caller, sendSigningCode, { documentId });
    await execute(tenant.host, helene.caller, sendSigningCode, { documentId });
    expect(await execute(tenant.host, helene.caller, sendSigningCode, { documentId })).toMatchObject({
      code: "signing.tooManyCodes",
    });
  });

  it("se refuse avec une raison ; expire ; se relance ; s’annule ; et se renvoie", async () => {
    await send();
    expect(await execute(tenant.host, karim.caller, remindSigner, { documentId })).toHaveProperty("requestId");
    expect(await execute(tenant.host, samira.caller, remindSigner, { documentId })).toMatchObject({
      kind: "forbidden",
    });
    expect(await execute(tenant.host, helene.caller, declineSignature, { documentId, reason: "Non" })).toMatchObject({
      code: "signing.notYourTurn",
    });
    expect(
      await execute(tenant.host, samira.caller, declineSignature, { documentId, reason: "La date est fausse." }),
    ).toHaveProperty("requestId");
    expect(await sign(samira)).toMatchObject({ code: "signing.closed" });
    tenant.setNow("2026-11-28T10:00:00.000Z");
    expect(await send({ expiresOn: "2026-11-29" })).toHaveProperty("requestId");
    expect(await send()).toMatchObject({ code: "signing.already" });
    expect(await execute(tenant.host, karim.caller, cancelSignature, { documentId })).toHaveProperty("requestId");
    tenant.setNow("2026-11-28T11:00:00.000Z");
    await send({ expiresOn: "2026-11-29" });
    tenant.setNow("2026-11-29T22:59:00.000Z");
    expect(await sign(samira, { documentHash: "a".repeat(64) })).toMatchObject({ code: "signing.otherFile" });
    tenant.setNow("2026-11-29T23:01:00.000Z");
    expect(await sign(samira)).toMatchObject({ code: "signing.expired" });
    expect(await execute(tenant.host, karim.caller, remindSigner, { documentId })).toMatchObject({
      code: "signing.notWaiting",
    });
    expect(await send({ expiresOn: "2026-12-29" })).toHaveProperty("requestId");
  });

  it("ne part pas n’importe comment", async () => {
    expect(await send({ expiresOn: "2026-11-27" })).toMatchObject({ code: "signing.expiryPast" });
    expect(await send({ representativeId: karim.personId })).toMatchObject({ code: "signing.noRepresentative" });
    expect(
      await execute(tenant.host, samira.caller, sendToSign, {
        documentId,
        representativeId: helene.personId,
        expiresOn: "2026-12-27",
      }),
    ).toMatchObject({ kind: "forbidden" });
    await send();
    expect(await sign(samira, { consent: "" })).toMatchObject({ fields: { consent: "signing.consentNeeded" } });
  });
});
