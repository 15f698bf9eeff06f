import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addSite, recordContract } from "#modules/membership/index.server.ts";
import { changeSocialFile } from "#modules/parcours/index.server.ts";
import type { App } from "#platform/app.ts";
import { answerOf, testApp } from "#testing/page.ts";
import type { TestPerson, TestTenant } from "#testing/tenant.ts";
import { evaluateSkills } from "../evaluation/evaluate.command.ts";
import type { GridVersion } from "../grid/grid.ts";
import { idOf, skilledTenant } from "../skills.fixture.ts";
import * as persons from "./needed-by.page.tsx";
import type { NeedsData } from "./needs.page.tsx";
import * as page from "./needs.page.tsx";

let app: App;
let tenant: TestTenant;
let helene: TestPerson;
let grid: GridVersion;
let run: Awaited<ReturnType<typeof skilledTenant>>["run"];
let as: Awaited<ReturnType<typeof skilledTenant>>["as"];

beforeAll(async () => {
  ({ app } = await testApp());
});
beforeEach(async () => {
  ({ tenant, helene, grid, run, as } = await skilledTenant(app));
});

/** Somebody who came that day, under contract since, at that level for « Prix » (0: nobody said). */
async function somebody(entered: string, price: number, more: { site?: string; domain?: string } = {}) {
  const person = await tenant.person();
  const given = { personId: person.personId, kind: "cape", startsOn: "2026-09-01", endsOn: "2027-08-31" };
  const recorded = await run(helene, recordContract, given);
  if ("refused" in recorded) throw new Error(recorded.code);
  const write = (section: string, values: Record<string, string>) =>
    run(helene, changeSocialFile, { personId: person.personId, section, seen: "", from: "2026-01-01", values });
  await write("status", { entered_on: entered });
  if (more.domain) await write("project", { trade_domain: more.domain });
  if (more.site) await fact(person, "site", more.site);
  if (price > 0) {
    const levels = { [idOf(grid, "Prix")]: String(price) };
    await run(helene, evaluateSkills, { personId: person.personId, gridVersion: grid.version, levels });
  }
  return person;
}
const fact = (person: TestPerson, dimension: string, value: string) =>
  tenant.run((tx) =>
    sql`insert into membership.fact (organization_id, id, person_id, dimension, effect_on, value, recorded_at)
      values (${tenant.organizationId}, ${tenant.newId()}, ${person.personId}, ${dimension}, '2026-01-01', ${JSON.stringify(value)}::jsonb, now())`.execute(
      tx,
    ),
  );
const needs = async (who: TestPerson, search = "") => {
  const { status, body } = await answerOf(() => page.loader(as(who, `competences/besoins${search}`)));
  return { status, data: body as NeedsData };
};
const line = ({ rows }: NeedsData, name: string) => rows.find((row) => row.name === name);
const behind = async (who: TestPerson, search: string) => {
  const { status, body } = await answerOf(() => persons.loader(as(who, `competences/besoins/personnes${search}`)));
  const { rows } = (body ?? {}) as { rows?: { personId: string; lacks: number }[] };
  return { status, ids: rows?.map(({ personId }) => personId).sort() };
};
const ids = (...people: TestPerson[]) => people.map(({ personId }) => personId as string).sort();

describe("Les besoins d’ateliers", () => {
  it("compte, par compétence, qui est en dessous, qui reste à évaluer, et laisse qui n’a pas encore d’échéance", async () => {
    const low = await somebody("2026-01-01", 1);
    await somebody("2026-01-01", 2);
    const silent = await somebody("2025-01-01", 0);
    await somebody("2026-10-01", 1);
    const { data } = await needs(helene);
    expect(data.present).toBe(4);
    expect(line(data, "Prix")).toMatchObject({ expected: 3, under: 1, unseen: 1 });
    expect(line(data, "Trésorerie")).toMatchObject({ expected: 1, under: 0, unseen: 1 });
    expect(line(data, "Réseau")).toBeUndefined();
    const search = `?competence=${idOf(grid, "Prix")}`;
    expect((await behind(helene, search)).ids).toEqual(ids(low));
    expect((await behind(helene, `${search}&etat=unseen`)).ids).toEqual(ids(silent));
    expect((await behind(helene, "")).ids).toEqual(ids(low));
    expect((await behind(helene, `?competence=${tenant.newId()}`)).status).toBe(404);
  });

  it("regarde la prochaine échéance, ou un jour passé", async () => {
    const early = await somebody("2026-10-01", 1);
    const { data } = await needs(helene, "?attendu=prochain");
    expect(line(data, "Prix")).toMatchObject({ expected: 1, under: 1 });
    const search = `?attendu=prochain&competence=${idOf(grid, "Prix")}`;
    expect((await behind(helene, search)).ids).toEqual(ids(early));
    // Before the contract nobody was here; on another day the level was not said yet.
    expect((await needs(helene, "?au=2026-08-31")).data.present).toBe(0);
    const then = (await needs(helene, "?au=2026-11-19&attendu=prochain")).data;
    expect(line(then, "Prix")).toMatchObject({ under: 0, unseen: 1 });
  });

  it("l’entrée est celle du dossier, même pour un jour d’avant celui où elle fut notée, comme sur la page de la personne", async () => {
    const person = await tenant.person();
    const given = { personId: person.personId, kind: "cape", startsOn: "2026-09-01", endsOn: "2027-08-31" };
    expect(await run(helene, recordContract, given)).not.toHaveProperty("refused");
    const noted = { personId: person.personId, section: "status", seen: "", from: "2026-11-20" };
    await run(helene, changeSocialFile, { ...noted, values: { entered_on: "2026-03-01" } });
    expect((await behind(helene, `?au=2026-10-02&competence=${idOf(grid, "Prix")}&etat=unseen`)).ids).toEqual(
      ids(person),
    );
  });

  it("répartit par lieu ou par domaine, chaque chiffre retrouve ses personnes", async () => {
    const { siteId } = (await run(helene, addSite, { name: "Quimper" })) as { siteId: string };
    const there = await somebody("2026-01-01", 1, { site: siteId, domain: "f" });
    const nowhere = await somebody("2026-01-01", 1);
    const byPlace = line((await needs(helene)).data, "Prix");
    expect(byPlace?.groups).toEqual({ [siteId]: 1, "": 1 });
    const competence = `competence=${idOf(grid, "Prix")}`;
    expect((await behind(helene, `?${competence}&groupe=${siteId}`)).ids).toEqual(ids(there));
    expect((await behind(helene, `?${competence}&groupe=-`)).ids).toEqual(ids(nowhere));
    // Back from the persons of a place, figures are those of everybody again.
    const search = `?par=lieu&${competence}&etat=under&groupe=-`;
    const { body } = await answerOf(() => persons.loader(as(helene, `competences/besoins/personnes${search}`)));
    expect((body as { back: string }).back).toBe(`/${tenant.slug}/competences/besoins?par=lieu`);
    const byTrade = (await needs(helene, "?par=domaine")).data;
    expect(line(byTrade, "Prix")?.groups).toEqual({ f: 1, "": 1 });
    expect(byTrade.tradeDomains).toEqual(["f"]);
    expect((await needs(helene, "?metier=f")).data.present).toBe(1);
    expect((await needs(helene, `?lieu=${siteId}`)).data.present).toBe(1);
    expect((await needs(helene, "?lieu=ailleurs")).data.present).toBe(0);
  });

  it("qui suit certaines personnes ne compte qu’elles ; ni la paie, ni la compta, ni un entrepreneur n’y entrent", async () => {
    const mine = await somebody("2026-01-01", 1);
    await somebody("2026-01-01", 1);
    const lucie = await tenant.person();
    await tenant.run(async (tx) => {
      await sql`insert into membership.role_grant (organization_id, id, person_id, role, followed_only, granted_at)
        values (${tenant.organizationId}, ${tenant.newId()}, ${lucie.personId}, 'accompagnateur', true, now())`.execute(
        tx,
      );
      await sql`update membership.person set follower_id = ${lucie.personId} where id = ${mine.personId}`.execute(tx);
    });
    const { data } = await needs(lucie);
    expect([data.limited, line(data, "Prix")?.under]).toEqual([true, 1]);
    expect((await behind(lucie, "")).ids).toEqual(ids(mine));
    for (const who of [await tenant.person({ roles: ["payroll", "accountant"] }), mine]) {
      expect((await needs(who)).status).toBe(403);
      expect((await behind(who, "")).status).toBe(403);
    }
  });
});
