import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { answerOf, type PageRequest, pageArguments, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import * as history from "./history/history.page.tsx";
import * as file from "./social-file/social-file.page.tsx";

let app: App;
let tenant: TestTenant;
let slug: string;
let karim: TestPerson;
let samira: TestPerson;

beforeAll(async () => {
  ({ app } = await testApp());
});

beforeEach(async () => {
  tenant = await freshTenant({ now: "2026-03-02T09:00:00.000Z" });
  Object.assign(app, { clock: () => tenant.host.clock() });
  slug = tenant.slug;
  karim = await tenant.person({ roles: ["accompagnateur"] });
  samira = await tenant.person({ activities: [await tenant.activity()] });
});

function as(who: TestPerson, page: Partial<PageRequest> = {}, personId: string = samira.personId) {
  const { signedIn } = who;
  const params = { cooperative: slug, personId };
  return pageArguments(app, { path: `/${slug}/personnes/${personId}/dossier`, params, signedIn, ...page }) as never;
}

type Section = { section: string; seen: string; values: { key: string; value: string; since: string | null }[] };

async function fileSeenBy(who: TestPerson) {
  const answer = await answerOf(() => file.loader(as(who)));
  const { sections, mayChange } = (answer.body ?? {}) as { sections?: Section[]; mayChange?: boolean };
  const values = sections?.flatMap((part) => part.values).filter(({ value }) => value !== "");
  return { status: answer.status, mayChange, values, sections };
}

async function change(section: string, fields: Record<string, string>, who = karim) {
  const seen = (await fileSeenBy(karim)).sections?.find((part) => part.section === section)?.seen ?? "";
  const form = { intention: section, seen, from: "", mistake: "", reason: "", ...fields };
  return answerOf(() => file.action(as(who, { form })));
}

async function stateOf(search: string) {
  const answer = await answerOf(() =>
    history.loader(as(karim, { path: `/${slug}/personnes/${samira.personId}/historique${search}` })),
  );
  const { state, facts } = answer.body as {
    state: { dimension: string; value: string }[];
    facts: { dimension: string; value: string; corrected: boolean; reason: string }[];
  };
  return { state: state.map(({ dimension, value }) => `${dimension}=${value}`), facts };
}

describe("Le dossier d’une personne", () => {
  it("étant donné Samira au RSA, quand sa situation change en avril, alors mars se retrouve tel quel", async () => {
    expect((await change("status", { "values.situation": "rsa", from: "02/03/2026" })).status).toBe(302);
    tenant.setNow("2026-04-20T09:00:00.000Z");
    expect((await change("status", { "values.situation": "self_employed", from: "1/4" })).status).toBe(302);
    expect((await fileSeenBy(karim)).values).toEqual([
      { key: "situation", value: "self_employed", since: "2026-04-01" },
    ]);
    expect((await stateOf("?au=31/03/2026")).state).toEqual(["situation=rsa"]);
    expect((await stateOf("?au=10/04/2026")).state).toEqual(["situation=self_employed"]);
    // On the 10th of April nobody knew it yet.
    expect((await stateOf("?au=10/04/2026&connu=10/04/2026")).state).toEqual(["situation=rsa"]);
    expect((await stateOf("?au=01/03/2026")).state).toEqual([]);
  });

  it("une erreur se corrige depuis le début, avec sa raison, et la première saisie reste lisible", async () => {
    await change("status", { "values.study_level": "level_5", from: "01/03/2026" });
    tenant.setNow("2026-05-04T09:00:00.000Z");
    const wrong = { "values.study_level": "level_6", from: "04/05/2026", mistake: "oui" };
    expect(await change("status", wrong)).toMatchObject({
      status: 422,
      body: { problem: { fields: { reason: /./ } } },
    });
    expect((await change("status", { ...wrong, reason: "Diplôme reçu" })).status).toBe(302);
    const { state, facts } = await stateOf("?au=15/03/2026");
    expect(state).toEqual(["study_level=level_6"]);
    expect((await stateOf("?au=15/03/2026&connu=20/03/2026")).state).toEqual(["study_level=level_5"]);
    expect(facts.map(({ value, corrected, reason }) => [value, corrected, reason])).toEqual([
      ["level_6", false, "Diplôme reçu"],
      ["level_5", true, ""],
    ]);
  });

  it("un changement daté d’avant ce qu’on croyait le remplace", async () => {
    await change("contact", { "values.city": "Brest", from: "02/03/2026" });
    tenant.setNow("2026-03-20T09:00:00.000Z");
    await change("contact", { "values.city": "Quimper", from: "10/02/2026" });
    expect((await stateOf("?au=20/02/2026")).state).toEqual(["city=Quimper"]);
    expect((await fileSeenBy(karim)).values).toEqual([{ key: "city", value: "Quimper", since: "2026-02-10" }]);
  });

  it("une date de naissance est vraie depuis toujours ; une valeur se vide", async () => {
    await change("identity", { "values.birth_date": "12/05/1986", from: "02/03/2026" });
    expect((await stateOf("?au=01/01/2000")).state).toEqual(["birth_date=1986-05-12"]);
    await change("contact", { "values.city": "Brest", from: "01/03/2026" });
    tenant.setNow("2026-03-03T09:00:00.000Z");
    await change("contact", { "values.city": "", from: "03/03/2026" });
    expect((await fileSeenBy(karim)).values?.map(({ key }) => key)).toEqual(["birth_date"]);
    expect((await stateOf("?au=02/03/2026")).state).toContain("city=Brest");
  });

  it("ce qui ne tient pas est dit près du champ, et gardé", async () => {
    const typed = { "values.birth_date": "31/02/1986", "values.sex": "robot", from: "02/03/2026" };
    const answer = await change("identity", typed);
    expect(answer).toMatchObject({ status: 422, body: { typed } });
    const { problem } = answer.body as { problem: { fields: Record<string, string> } };
    expect(Object.keys(problem.fields).sort()).toEqual(["values.birth_date", "values.sex"]);
    expect(await change("contact", { "values.city": "Brest", from: "05/03/2026" })).toMatchObject({ status: 422 });
    expect(await change("contact", { "values.city": "", from: "02/03/2026" })).toMatchObject({ status: 422 });
    expect(await change("project", { "values.rome": "F16", from: "02/03/2026" })).toMatchObject({ status: 422 });
  });

  it("de deux personnes qui modifient la même partie, la seconde est prévenue", async () => {
    const opened = (await fileSeenBy(karim)).sections?.find((part) => part.section === "contact")?.seen ?? "";
    await change("contact", { "values.city": "Brest", from: "02/03/2026" });
    const form = { intention: "contact", seen: opened, from: "02/03/2026", "values.city": "Quimper" };
    const answer = await answerOf(() => file.action(as(karim, { form })));
    expect(answer).toMatchObject({ status: 409, body: { problem: { code: "socialFile.changedMeanwhile" } } });
  });

  it("Samira lit le sien sans le changer ; la comptabilité et les autres ne voient rien", async () => {
    await change("contact", { "values.city": "Brest", from: "02/03/2026" });
    expect(await fileSeenBy(samira)).toMatchObject({ status: 200, mayChange: false, values: [{ value: "Brest" }] });
    expect(await change("contact", { "values.city": "Lyon", from: "02/03/2026" }, samira)).toMatchObject({
      status: 403,
    });
    for (const who of [await tenant.person({ roles: ["accountant"] }), await tenant.person()]) {
      expect((await fileSeenBy(who)).status).toBe(404);
      expect((await change("contact", { "values.city": "Lyon", from: "02/03/2026" }, who)).status).toBe(404);
      expect((await answerOf(() => history.loader(as(who)))).status).toBe(404);
    }
    const limited = await tenant.person();
    await tenant.run((tx) =>
      sql`insert into membership.role_grant (organization_id, id, person_id, role, followed_only, granted_at)
        values (${tenant.organizationId}, ${tenant.newId()}, ${limited.personId}, 'accompagnateur', true, now())`.execute(
        tx,
      ),
    );
    expect((await fileSeenBy(limited)).status).toBe(404);
    await tenant.run((tx) =>
      sql`update membership.person set follower_id = ${limited.personId} where id = ${samira.personId}`.execute(tx),
    );
    expect((await fileSeenBy(limited)).status).toBe(200);
  });
});
