import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { stampOf } from "#kernel/spam-guard.ts";
import * as newPerson from "#modules/membership/person/new-person.page.tsx";
import type { App } from "#platform/app.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import * as candidatePage from "../candidate/candidate.page.tsx";
import { intakeOfTests } from "../parcours.fixture.ts";
import * as join from "./join.page.tsx";

const NOW = "2026-11-27T10:00:00.000Z";

let app: App;
let tenant: TestTenant;
let helene: TestPerson;
let intake: ReturnType<typeof intakeOfTests>;
let slug: string;

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  tenant = await freshTenant({ now: NOW });
  Object.assign(app, { clock: () => tenant.host.clock() });
  helene = await tenant.person({ roles: ["direction"] });
  intake = intakeOfTests(tenant, helene);
  slug = tenant.slug;
});

const at = (page: Partial<PageRequest>) =>
  pageArguments(app, { path: `/${slug}/rejoindre`, params: { cooperative: slug }, ...page }) as never;
const as = (who: TestPerson, page: Partial<PageRequest>) => at({ signedIn: who.signedIn, ...page });

const typed = { firstName: "Rozenn", lastName: "Tassel", email: "rozenn@exemple.example", consent: "oui" };

/** The form as it was given out so many seconds before. */
function sent(seconds: number, more: Record<string, string> = {}) {
  const given = new Date(Date.parse(tenant.host.clock()) - seconds * 1000).toISOString();
  const form = { ...typed, depuis: stampOf(given as never, slug, app.seal), website: "", ...more };
  return answerOf(() => join.action(at({ form })));
}

describe("La page publique", () => {
  it("fermée, elle répond comme une coopérative qui n’existe pas", async () => {
    expect((await answerOf(() => join.loader(at({})))).status).toBe(404);
    expect((await answerOf(() => join.loader(at({ params: { cooperative: "nulle-part" } })))).status).toBe(404);
    expect((await sent(30)).status).toBe(404);
    await intake.open();
    expect((await answerOf(() => join.loader(at({})))).status).toBe(200);
  });

  it("trop vite, ou d’une page d’hier : la phrase le dit, ce qui est tapé reste ; un piège rempli n’apprend rien", async () => {
    await intake.open();
    expect(await sent(1)).toMatchObject({ status: 409, body: { problem: { code: "application.tooFast" }, typed } });
    expect(await sent(90_000)).toMatchObject({ status: 409, body: { problem: { code: "application.tooOld" } } });
    const trapped = await sent(30, { website: "https://spam.example" });
    expect(await intake.candidates()).toEqual([]);
    expect(trapped).toEqual(await sent(30));
    expect(await intake.candidates()).toHaveLength(1);
  });

  it("la réponse est la même pour une adresse connue et pour une autre", async () => {
    await intake.open();
    const first = await sent(30);
    expect(await sent(30)).toEqual(first);
    expect(await sent(30, { email: "autre@exemple.example" })).toEqual(first);
    const wrong = { lastName: "" };
    const refused = await sent(30, wrong);
    expect(refused).toMatchObject({ status: 422, body: { problem: { fields: { lastName: expect.any(String) } } } });
  });
});

describe("Qui ressemble à qui", () => {
  it("sur la page d’une candidature : la personne connue et l’autre candidature, avec leurs raisons", async () => {
    await intake.open();
    await intake.apply({ firstName: "Samira", lastName: "Roux", email: "s.roux@exemple.example" });
    await intake.apply({ firstName: "Samirra", lastName: "ROUX", email: "autre@exemple.example" });
    const candidate = (await intake.candidates()).find(({ email }) => email === "s.roux@exemple.example");
    const params = { cooperative: slug, candidateId: String(candidate?.id) };
    const { body } = await answerOf(() => candidatePage.loader(as(helene, { params })));
    expect(body).toMatchObject({
      similarPersons: [{ personId: helene.personId, reasons: ["sameName"] }],
      similarCandidates: [{ email: "autre@exemple.example", reasons: ["closeName", "samePhone"] }],
    });
    const accountant = await tenant.person({ roles: ["accountant"] });
    expect((await answerOf(() => candidatePage.loader(as(accountant, { params })))).status).toBe(404);
  });

  it("quand on ajoute une personne : on regarde d’abord, puis on dit que c’en est une autre", async () => {
    const form = { firstName: "SAMIRA", lastName: "roux", email: "nouvelle@exemple.example", phone: "" };
    const add = (more: Record<string, string>) =>
      answerOf(() => newPerson.action(as(helene, { path: `/${slug}/personnes/nouvelle`, form: { ...form, ...more } })));
    expect(await add({})).toMatchObject({
      status: 409,
      body: {
        problem: { code: "person.resembles" },
        resembling: [{ personId: helene.personId, reasons: ["sameName"] }],
      },
    });
    expect((await add({ different: "oui" })).status).toBe(302);
  });
});
