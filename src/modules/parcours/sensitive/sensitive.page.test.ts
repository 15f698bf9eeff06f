import { beforeAll, beforeEach, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { answerOf, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import * as page from "./sensitive.page.tsx";

const NIR = "2 55 08 14 168 025 38";

let app: App;
let tenant: TestTenant;
let slug: string;
let payroll: TestPerson;
let samira: TestPerson;

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-03-02T09:00:00.000Z" });
  Object.assign(app, { clock: () => tenant.host.clock() });
  slug = tenant.slug;
  payroll = await tenant.person({ roles: ["payroll"] });
  samira = await tenant.person({ activities: [await tenant.activity()] });
});

function as(who: TestPerson, form?: Record<string, string>) {
  const { signedIn } = who;
  const { personId } = samira;
  const params = { cooperative: slug, personId };
  const path = `/${slug}/personnes/${personId}/sensible`;
  return pageArguments(app, { path, params, signedIn, ...(form ? { form } : {}) }) as never;
}
const open = (who: TestPerson) => answerOf(() => page.loader(as(who)));
const send = (form: Record<string, string>, who = payroll) => answerOf(() => page.action(as(who, form)));
const save = (fields: Record<string, string> = {}) =>
  send({ intention: "save", version: "0", nir: NIR, disabledWorker: "yes", disabledUntil: "31/05/2028", ...fields });

it("la page ne porte aucune valeur ; « Afficher » les donne, et la personne voit qui a lu", async () => {
  expect((await save()).status).toBe(302);
  const masked = await open(payroll);
  expect(masked.body).toMatchObject({ version: 1, paid: true });
  expect(JSON.stringify(masked.body)).not.toMatch(/2 55 08|2028/);
  tenant.setNow("2026-03-02T09:05:00.000Z");
  const shown = await send({ intention: "show" });
  expect(shown.body).toMatchObject({ shown: { kept: { nir: NIR, health: { disabledUntil: "2028-05-31" } } } });
  const own = await open(samira);
  expect(own.body).toMatchObject({ paid: false, accesses: [{ kind: "read", on: "2026-03-02" }, { kind: "save" }] });
  expect(JSON.stringify(own.body)).not.toMatch(/2 55 08|2028/);
});

it("une faute revient auprès de son champ, ce qui est tapé reste", async () => {
  const refused = await save({ nir: "2 55 08 14 168 025 11", disabledUntil: "demain" });
  expect(refused.status).toBe(422);
  const wrongKey = await save({ nir: "2 55 08 14 168 025 11" });
  expect(wrongKey.body).toMatchObject({
    problem: { fields: { nir: "La clé ne correspond pas au numéro. Relisez les 15 chiffres." } },
    typed: { nir: "2 55 08 14 168 025 11", version: "0" },
  });
});

it("à la direction cette page n’existe pas ; la personne ne peut rien afficher", async () => {
  await save();
  const direction = await tenant.person({ roles: ["direction", "administrator", "accompagnateur"] });
  expect([(await open(direction)).status, (await send({ intention: "show" }, direction)).status]).toEqual([404, 404]);
  expect((await send({ intention: "show" }, samira)).status).toBe(403);
});
