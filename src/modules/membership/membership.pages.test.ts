import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ActivityId } from "#kernel/id.ts";
import type { App } from "#platform/app.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import * as activities from "./activity/activities.page.tsx";
import * as activityPage from "./activity/activity.page.tsx";
import * as newActivity from "./activity/new-activity.page.tsx";
import * as settings from "./organization/settings.page.tsx";
import * as newPerson from "./person/new-person.page.tsx";
import * as personPage from "./person/person.page.tsx";
import * as persons from "./person/persons.page.tsx";
import * as personsFile from "./person/persons-file.page.ts";

let app: App;
let tenant: TestTenant;
let slug: string;
let administrator: TestPerson;
let entrepreneur: TestPerson;
let activityId: ActivityId;

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  tenant = await freshTenant();
  slug = tenant.slug;
  activityId = await tenant.activity("Plomberie Roux");
  administrator = await tenant.person({ roles: ["administrator"] });
  entrepreneur = await tenant.person({ activities: [activityId] });
});

function as(who: TestPerson, page: PageRequest) {
  const { signedIn } = who;
  const params = { cooperative: slug, ...page.params };
  // biome-ignore lint/suspicious/noExplicitAny: the framework's argument types are made for each page
  return pageArguments(app, { signedIn, ...page, params }) as any;
}

type Shown = {
  problem: { code: string; sentence: string; fields: Record<string, string> };
  typed: Record<string, string>;
};

describe("Qui voit quelle page", () => {
  const path = "/x";

  it("les personnes: l'équipe d'appui; la sienne: chacun; celle d'un autre: elle n'existe pas", async () => {
    const support = await tenant.person({ roles: ["accountant"] });
    const status = async (run: () => unknown) => (await answerOf(run)).status;
    expect(await status(() => persons.loader(as(support, { path })))).toBe(200);
    expect(await status(() => persons.loader(as(entrepreneur, { path })))).toBe(403);
    const file = await answerOf(() => personsFile.loader(as(support, { path: "/x?format=csv" })));
    expect(String(file.body).split("\r\n")[0]).toBe("Nom;Contrat;Activités;Site;Suivi par;Accès");
    expect(await status(() => personsFile.loader(as(entrepreneur, { path })))).toBe(403);
    const own = { path, params: { personId: entrepreneur.personId } };
    const other = { path, params: { personId: administrator.personId } };
    expect(await status(() => personPage.loader(as(entrepreneur, own)))).toBe(200);
    expect(await status(() => personPage.loader(as(entrepreneur, other)))).toBe(404);
    expect(await status(() => personPage.loader(as(support, other)))).toBe(200);
    for (const personId of ["pas-un-identifiant", tenant.newId()]) {
      expect(await status(() => personPage.loader(as(support, { path, params: { personId } })))).toBe(404);
    }
  });

  it("les activités: les siennes; les réglages: la direction et l'administration", async () => {
    await tenant.activity("Une autre");
    const list = await answerOf(() => activities.loader(as(entrepreneur, { path })));
    const names = (list.body as { activities: { name: string }[] }).activities.map(({ name }) => name);
    expect(names).toEqual(["Plomberie Roux"]);
    expect((await answerOf(() => settings.loader(as(entrepreneur, { path })))).status).toBe(403);
    expect((await answerOf(() => settings.loader(as(administrator, { path })))).status).toBe(200);
    expect((await answerOf(() => newPerson.loader(as(entrepreneur, { path })))).status).toBe(403);
    expect((await answerOf(() => newActivity.loader(as(entrepreneur, { path })))).status).toBe(403);
  });

  it("rien d'une coopérative dont on n'est pas", async () => {
    const other = await freshTenant();
    const stranger = await other.person({ roles: ["administrator"] });
    const params = { personId: entrepreneur.personId, activityId };
    const page = { path, params };
    for (const { loader } of [persons, personPage, newPerson, activities, activityPage, newActivity, settings]) {
      expect((await answerOf(() => loader(as(stranger, page)))).status).toBe(404);
    }
    const form = { intention: "update", version: "1", name: "Volée" };
    for (const { action } of [personPage, newPerson, activityPage, newActivity, settings]) {
      expect((await answerOf(() => action(as(stranger, { ...page, form })))).status).toBe(404);
    }
    const visitor = { ...page, signedIn: null };
    for (const { loader } of [persons, personPage, activities, activityPage, settings]) {
      const answer = await answerOf(() => loader(as(stranger, visitor)));
      expect(answer.status).toBe(302);
      expect(answer.location).toContain("/connexion");
    }
  });
});

describe("Un formulaire", () => {
  it("refusé, garde ce qui était tapé et dit la phrase à côté du champ", async () => {
    const form = { firstName: "Karim", lastName: "", email: "karim", phone: "" };
    const answer = await answerOf(() => newPerson.action(as(administrator, { path: "/x", form })));
    expect(answer.status).toBe(422);
    const { problem, typed } = answer.body as Shown;
    expect(problem.fields).toEqual({
      lastName: "Remplissez ce champ.",
      email: "Écrivez une adresse e-mail complète, par exemple prenom@exemple.fr.",
    });
    expect(typed).toMatchObject({ firstName: "Karim", email: "karim" });
  });

  it("accepté, mène à la fiche", async () => {
    const form = { firstName: "Karim", lastName: "Benali", email: "karim@etabli.example", cle: tenant.newId() };
    const answer = await answerOf(() => newPerson.action(as(administrator, { path: "/x", form })));
    expect(answer.status).toBe(302);
    expect(answer.location).toMatch(new RegExp(`^/${slug}/personnes/[0-9a-f-]{36}$`));
  });

  it("lit une date comme on l'écrit, et refuse celle qui n'en est pas une", async () => {
    const page = { path: "/x", params: { personId: entrepreneur.personId } };
    const record = (startsOn: string, endsOn: string) => ({
      ...page,
      form: { intention: "record", kind: "cape", startsOn, endsOn },
    });
    const refused = await answerOf(() => personPage.action(as(administrator, record("1/1/2026", "31/02/2026"))));
    expect(refused.status).toBe(422);
    expect((refused.body as Shown).problem.fields).toEqual({
      endsOn: "Écrivez une date, par exemple 15/03/2026.",
    });
    expect((refused.body as Shown).typed).toMatchObject({ startsOn: "1/1/2026", endsOn: "31/02/2026" });
    const done = await answerOf(() => personPage.action(as(administrator, record("1/1/2026", "30.6.26"))));
    expect(done.status).toBe(302);
    const { rows } = await tenant.run((tx) =>
      sql<{ ends_on: string }>`select ends_on from membership.contract`.execute(tx),
    );
    expect(rows).toEqual([{ ends_on: "2026-06-30" }]);
  });

  it("ne dit pas à la page d'agir sur une autre personne que la sienne", async () => {
    const form = {
      intention: "grant",
      personId: administrator.personId,
      role: "payroll",
    };
    const page = { path: "/x", params: { personId: entrepreneur.personId }, form };
    expect((await answerOf(() => personPage.action(as(administrator, page)))).status).toBe(302);
    const { rows } = await tenant.run((tx) =>
      sql<{ person_id: string }>`select person_id from membership.role_grant where role = 'payroll'`.execute(tx),
    );
    expect(rows).toEqual([{ person_id: entrepreneur.personId }]);
  });

  it("d'invitation, sans serveur d'e-mail, donne le lien à transmettre; à qui a le droit d'inviter seulement", async () => {
    const params = { personId: entrepreneur.personId };
    const invite = (who: TestPerson) =>
      answerOf(() => personPage.action(as(who, { path: "/x", params, form: { intention: "invite" } })));
    const given = await invite(administrator);
    expect(given.status).toBe(200);
    expect((given.body as { link: string }).link).toMatch(/^http:\/\/localhost:3000\/mot-de-passe\/[\w-]{32}$/);
    const refused = await invite(entrepreneur);
    expect(refused.status).toBe(403);
    expect(JSON.stringify(refused.body)).not.toContain("mot-de-passe/");
  });

  it("d'une fiche modifiée entre-temps répond 409, avec la version d'aujourd'hui à la relecture", async () => {
    const params = { activityId };
    const save = (name: string) =>
      answerOf(() =>
        activityPage.action(
          as(administrator, { path: "/x", params, form: { intention: "update", version: "1", name, trade: "" } }),
        ),
      );
    expect((await save("Première")).status).toBe(302);
    const second = await save("Seconde");
    expect(second.status).toBe(409);
    expect((second.body as Shown).typed).toMatchObject({ name: "Seconde" });
    const seen = await answerOf(() => activityPage.loader(as(administrator, { path: "/x", params })));
    expect(seen.body).toMatchObject({ activity: { name: "Première", version: 2 } });
    expect(activityPage.shouldRevalidate({ actionStatus: 409, defaultShouldRevalidate: false } as never)).toBe(true);
    expect(activityPage.shouldRevalidate({ actionStatus: 422, defaultShouldRevalidate: false } as never)).toBe(false);
  });

  it("d'un acte qui n'existe pas répond 404; interdit, 403", async () => {
    const params = { personId: entrepreneur.personId, activityId };
    const post = (who: TestPerson, run: typeof personPage.action, intention: string) =>
      answerOf(() => run(as(who, { path: "/x", params, form: { intention, version: "1", name: "X" } })));
    expect((await post(administrator, personPage.action, "toString")).status).toBe(404);
    expect((await post(administrator, activityPage.action as never, "constructor")).status).toBe(404);
    const forbidden = await post(entrepreneur, activityPage.action as never, "update");
    expect(forbidden.status).toBe(403);
    expect((forbidden.body as Shown).problem.sentence).toContain("Vous n’avez pas le droit");
    expect((await post(entrepreneur, settings.action as never, "addSite")).status).toBe(403);
  });
});

describe("Ce qu'une page dit d'une personne", () => {
  it("ses activités, seulement celles que le lecteur atteint", async () => {
    const [mine, his] = [await tenant.activity("Partagée"), await tenant.activity("La sienne")];
    const limited = await tenant.person({ activities: [mine] });
    const other = await tenant.person({ activities: [mine, his] });
    await tenant.run((tx) =>
      sql`update membership.person set follower_id = ${limited.personId} where id = ${other.personId}`.execute(tx),
    );
    const params = { personId: other.personId };
    expect((await answerOf(() => personPage.loader(as(limited, { path: "/x", params })))).status).toBe(404);
    const activity = await answerOf(() =>
      activityPage.loader(as(limited, { path: "/x", params: { activityId: mine } })),
    );
    expect(activity.status).toBe(200);
    expect(JSON.stringify(activity.body)).not.toContain("La sienne");
    expect(activity.body).toMatchObject({ persons: [], may: { share: false, present: true } });
  });
});
