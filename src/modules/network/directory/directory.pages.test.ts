import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "#kernel/refusal.ts";
import { stampOf } from "#kernel/spam-guard.ts";
import type { App } from "#platform/app.ts";
import { type Command, execute } from "#platform/command.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { addStructure } from "../structure/save-structure.command.ts";
import { contactStructure } from "./contact-structure.command.ts";
import * as publicDirectory from "./public-directory.page.tsx";
import * as publicStructure from "./public-structure.page.tsx";
import { savePublicPage } from "./save-page.command.ts";

const NOW = "2026-11-28T10:00:00.000Z";
let app: App;
let network: TestTenant;
let team: TestPerson;

beforeAll(async () => {
  ({ app } = await testApp());
});
beforeEach(async () => {
  network = await freshTenant({ now: NOW, house: "network" });
  Object.assign(app, { clock: () => network.host.clock() });
  team = await network.person({ roles: ["direction"] });
});

async function done<I, O>(command: Command<I, O>, input: unknown): Promise<O> {
  const result = await execute(network.host, team.caller, command, input);
  if (isRefusal(result)) throw new Error(JSON.stringify(result));
  return result as O;
}
const add = (name: string, more: object = {}) =>
  done(addStructure, { kind: "cae", name, email: "contact@cae.example", listed: "oui", ...more });
const at = (page: Partial<PageRequest>) =>
  pageArguments(app, {
    ...{ path: `/${network.slug}/annuaire-public` },
    ...page,
    params: { cooperative: network.slug, ...page.params },
  }) as never;
const mails = () =>
  network.run(async (tx) => {
    const { rows } = await sql<{ recipient: string; reply_to: string }>`select recipient, reply_to from platform.mail
      where organization_id = ${network.organizationId}`.execute(tx);
    return rows;
  });

function sent(structureId: string, seconds = 30, more: Record<string, string> = {}) {
  const given = new Date(Date.parse(NOW) - seconds * 1000).toISOString();
  const depuis = stampOf(given as never, network.slug, app.seal);
  const form = { name: "Nadia", email: "nadia@exemple.example", message: "Bonjour", website: "", depuis, ...more };
  return answerOf(() => publicStructure.action(at({ form, params: { structureId } })));
}

describe("L’annuaire public d’un réseau", () => {
  it("fermé, il répond comme un réseau qui n’existe pas ; une coopérative n’en a pas", async () => {
    expect((await answerOf(() => publicDirectory.loader(at({})))).status).toBe(404);
    await done(savePublicPage, { open: "oui", introduction: "Bienvenue", version: 0 });
    expect(await answerOf(() => publicDirectory.loader(at({})))).toMatchObject({ body: { introduction: "Bienvenue" } });
    const late = await execute(network.host, team.caller, savePublicPage, { open: "", version: 0 });
    expect(late).toMatchObject({ code: "structure.changedMeanwhile" });
    await done(savePublicPage, { open: "", version: 1 });
    expect((await answerOf(() => publicDirectory.loader(at({})))).status).toBe(404);
  });

  it("il ne montre que les structures qui le veulent, et jamais leur adresse e-mail", async () => {
    await done(savePublicPage, { open: "oui", version: 0 });
    const { structureId } = await add("L’Établi", { city: "Brest", postalCode: "29200" });
    const hidden = await add("En retrait", { listed: "" });
    const list = await answerOf(() => publicDirectory.loader(at({})));
    expect(JSON.stringify(list)).toContain("L’Établi");
    expect(JSON.stringify(list)).not.toContain("En retrait");
    const record = await answerOf(() => publicStructure.loader(at({ params: { structureId } })));
    expect(record).toMatchObject({ status: 200, body: { reachable: true } });
    expect(JSON.stringify(record)).not.toContain("contact@cae.example");
    const asked = () => publicStructure.loader(at({ params: { structureId: hidden.structureId } }));
    expect((await answerOf(asked)).status).toBe(404);
  });

  it("un message part à la structure, la réponse va à qui l’a écrit", async () => {
    await done(savePublicPage, { open: "oui", version: 0 });
    const { structureId } = await add("L’Établi");
    expect(await sent(structureId)).toMatchObject({ status: 200, body: { sent: true } });
    expect(await mails()).toEqual([{ recipient: "contact@cae.example", reply_to: "nadia@exemple.example" }]);
    expect(contactStructure.public).toBe(true);
  });

  it("trop vite, mal rempli, piégé ou en rafale : rien ne part, la phrase le dit, ce qui est tapé reste", async () => {
    await done(savePublicPage, { open: "oui", version: 0 });
    const { structureId } = await add("L’Établi");
    const typed = { name: "Nadia", message: "Bonjour" };
    expect(await sent(structureId, 1)).toMatchObject({
      ...{ status: 409, body: { problem: { code: "directory.tooFast" }, typed } },
    });
    expect(await sent(structureId, 90_000)).toMatchObject({ body: { problem: { code: "directory.tooOld" } } });
    expect(await sent(structureId, 30, { email: "nadia" })).toMatchObject({
      ...{ status: 422, body: { problem: { fields: { email: expect.any(String) } }, typed } },
    });
    expect(await sent(structureId, 30, { website: "https://spam.example" })).toMatchObject({ body: { sent: true } });
    expect(await mails()).toEqual([]);
    for (let count = 0; count < 6; count += 1) await sent(structureId);
    expect(await sent(structureId)).toMatchObject({ status: 409, body: { problem: { code: "directory.tooMany" } } });
    expect(await mails()).toHaveLength(6);
    const unreachable = await add("Sans adresse", { email: "" });
    expect(await sent(unreachable.structureId)).toMatchObject({ body: { problem: { code: "directory.noContact" } } });
  });
});
