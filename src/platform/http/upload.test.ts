import { createHash } from "node:crypto";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { holdLogo } from "#modules/membership/activity/hold-logo.page.ts";
import * as persons from "#modules/parcours/import/import-persons.page.tsx";
import { answerOf, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { bytesToServe, checkAgain, FILE_UNCHECKED, fileMarks } from "../files/file-check.store.ts";
import { openScanner, type ScannerSettings } from "../files/scanner.ts";
import { type ClamdDouble, EICAR, openClamdDouble } from "../testing/clamd-double.ts";
import { PNG } from "../testing/pictures.ts";

let double: ClamdDouble;
let tenant: TestTenant;
let direction: TestPerson;
let slug: string;

beforeEach(async () => {
  double = await openClamdDouble();
  tenant = await freshTenant();
  direction = await tenant.person({ roles: ["direction"] });
  slug = tenant.slug;
});
afterEach(() => double.close());

async function appWith(more: Partial<ScannerSettings> | null) {
  const { app } = await testApp();
  const settings = { address: double.address, whenAway: "refuse" as const, maxBytes: 1e6, timeoutMs: 150 };
  return { ...app, scanner: openScanner(more === null ? null : { ...settings, ...more }) };
}
type TestApp = Awaited<ReturnType<typeof appWith>>;

const asked = (app: TestApp, form: FormData) =>
  pageArguments(app, {
    ...{ path: `/${slug}/x`, params: { cooperative: slug }, form },
    signedIn: direction.signedIn,
  });
/** A logo, which a PNG may be, virus or not: what comes after its end is no part of a picture. */
async function sendLogo(app: TestApp, bytes: Uint8Array) {
  const form = new FormData();
  form.set("logo", new File([bytes as Uint8Array<ArrayBuffer>], "logo.png"));
  return holdLogo(asked(app, form) as never, form, await tenant.activity());
}
async function sendSheet(app: TestApp, bytes: Uint8Array) {
  const form = new FormData();
  form.set("intent", "read");
  form.set("file", new File([bytes as Uint8Array<ArrayBuffer>], "personnes.csv"));
  return answerOf(() => persons.action(asked(app, form) as never));
}
const rows = async (query: ReturnType<typeof sql>) =>
  (await tenant.run((tx) => query.execute(tx))).rows as Record<string, unknown>[];
const trace = () =>
  rows(sql`select action, details from platform.audit where action like 'platform.file.%' order by at`);
const held = () => rows(sql`select hash from platform.held_file`);

describe("Un fichier envoyé passe par l’antivirus", () => {
  it("infecté : une phrase à côté du champ, rien de gardé, une ligne au journal", async () => {
    const app = await appWith({});
    const refused = await sendLogo(app, EICAR);
    expect(refused).toMatchObject({
      ok: false,
      status: 422,
      problem: { fields: { logo: "L’antivirus a trouvé un virus dans ce fichier. Il n’a pas été gardé." } },
    });
    const sheet = await sendSheet(app, EICAR);
    expect([sheet.status, sheet.body]).toEqual([422, { problem: "infected" }]);
    expect(await held()).toEqual([]);
    const hash = createHash("sha256").update(EICAR).digest("hex");
    expect(await app.files.get(hash)).toBeNull();
    expect(await trace()).toEqual(
      Array(2).fill({ action: "platform.file.foundInfected", details: { virus: "Eicar-Test-Signature" } }),
    );
    expect(await sendLogo(app, PNG)).toMatchObject({ ok: true });
    expect(double.asked).toEqual(["INSTREAM 68", "INSTREAM 68", `INSTREAM ${PNG.byteLength}`]);
  });

  it("antivirus muet : refusé, sans rien garder", async () => {
    const app = await appWith({});
    await double.close();
    expect(await sendLogo(app, PNG)).toMatchObject({ ok: false, status: 409, problem: { code: "file.unchecked" } });
    expect((await sendSheet(app, new TextEncoder().encode("Nom\nRoux\n"))).body).toEqual({ problem: "unchecked" });
    expect([await held(), await trace()]).toEqual([[], []]);
  });

  it("ou gardé avec une marque, par réglage : vérifié au retour de l’antivirus, retiré s’il est infecté", async () => {
    const app = await appWith({ whenAway: "accept" });
    double.next.push("silence");
    const sent = await sendLogo(app, PNG);
    if (!sent?.ok) throw new Error("not held");
    const { hash } = sent.held;
    const marks = () => tenant.run((tx) => fileMarks(tx, tenant.organizationId, [hash]));
    expect([...(await marks())]).toEqual([[hash, "waiting"]]);
    const [event] = await rows(sql`select event, payload from platform.outbox where event = ${FILE_UNCHECKED}`);
    expect(event).toMatchObject({ payload: { hash } });
    const again = () =>
      checkAgain(app)({ organizationId: tenant.organizationId, id: "", event: "", payload: { hash }, attempts: 1 });
    double.next.push("hangup");
    await expect(again()).rejects.toThrow("does not answer");
    expect(await bytesToServe(app, tenant.organizationId, hash)).not.toBeNull();
    await again();
    expect([...(await marks())]).toEqual([]);

    // What the signatures of that day did not know, those of the next one do.
    const found = { ...app, scanner: { ...app.scanner, scan: async () => ({ infected: "Late" }) } };
    await tenant.run((tx) => sql`update platform.file_check set verdict = 'waiting', checked_at = null`.execute(tx));
    await checkAgain(found)({
      organizationId: tenant.organizationId,
      id: "",
      event: "",
      payload: { hash },
      attempts: 2,
    });
    expect(await bytesToServe(app, tenant.organizationId, hash)).toBeNull();
    expect((await trace()).map(({ action }) => action)).toEqual([
      "platform.file.keepUnchecked",
      "platform.file.foundInfected",
    ]);
  });

  it("tant que l’antivirus est absent, aucun fichier n’est relu pour rien", async () => {
    const app = await appWith({ whenAway: "accept" });
    double.next.push("silence");
    const sent = await sendLogo(app, PNG);
    if (!sent?.ok) throw new Error("not held");
    await double.close();
    const files = { ...app.files, get: () => Promise.reject(new Error("a file was fetched")) };
    const event = { organizationId: tenant.organizationId, id: "", event: "", payload: { hash: sent.held.hash } };
    await expect(checkAgain({ ...app, files })({ ...event, attempts: 1 })).rejects.toThrow("ECONNREFUSED");
  });

  it("un fichier plus gros que ce que l’antivirus lit garde sa marque et n’est pas redemandé sans fin", async () => {
    const app = await appWith({ whenAway: "accept", maxBytes: 40 });
    const sent = await sendLogo(app, PNG);
    if (!sent?.ok) throw new Error("not held");
    const event = { organizationId: tenant.organizationId, id: "", event: "", payload: { hash: sent.held.hash } };
    await checkAgain(app)({ ...event, attempts: 1 });
    const marks = await tenant.run((tx) => fileMarks(tx, tenant.organizationId, [sent.held.hash]));
    expect([...marks.values()]).toEqual(["waiting"]);
  });

  it("sans réglage, rien ne change", async () => {
    const app = await appWith(null);
    expect(await sendLogo(app, PNG)).toMatchObject({ ok: true });
    expect(double.asked).toEqual([]);
  });
});
