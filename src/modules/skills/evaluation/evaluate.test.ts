import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import { createWorkshop } from "#modules/accompaniment/index.server.ts";
import { changeSocialFile } from "#modules/parcours/index.server.ts";
import type { App } from "#platform/app.ts";
import { answerOf, testApp } from "#testing/page.ts";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { saveSkill } from "../grid/change-grid.command.ts";
import type { GridVersion } from "../grid/grid.ts";
import { idOf, skilledTenant } from "../skills.fixture.ts";
import { evaluateSkills } from "./evaluate.command.ts";
import * as form from "./evaluate.page.tsx";
import { entriesOf, ratingsOn } from "./evaluation.store.ts";
import type { SkillsData } from "./read-skills.store.ts";
import * as page from "./skills.page.tsx";

let app: App;
let tenant: TestTenant;
let helene: TestPerson;
let karim: TestPerson;
let samira: TestPerson;
let grid: GridVersion;
let run: Awaited<ReturnType<typeof skilledTenant>>["run"];
let asked: Awaited<ReturnType<typeof skilledTenant>>["as"];

beforeAll(async () => {
  ({ app } = await testApp());
});
beforeEach(async () => {
  ({ tenant, helene, grid, run, as: asked } = await skilledTenant(app));
  karim = await tenant.person({ roles: ["accompagnateur"] });
  samira = await tenant.person({ activities: [await tenant.activity()] });
});

const levels = (given: Record<string, string>) =>
  Object.fromEntries(Object.entries(given).map(([name, level]) => [idOf(grid, name), level]));
const evaluate = (who: TestPerson, given: Record<string, string>, more: Record<string, unknown> = {}) =>
  run(who, evaluateSkills, {
    ...{ personId: samira.personId, gridVersion: grid.version, levels: levels(given), ...more },
  });
const enter = (day: string) =>
  run(helene, changeSocialFile, {
    ...{ personId: samira.personId, section: "status", seen: "", from: "2026-11-20", values: { entered_on: day } },
  });
const as = (who: TestPerson, search = "") =>
  asked(who, `personnes/${samira.personId}/competences${search}`, { params: { personId: samira.personId } });
async function seenBy(who: TestPerson, search = "") {
  const { status, body } = await answerOf(() => page.loader(as(who, search)));
  return { status, data: body as SkillsData };
}
const price = (data: SkillsData) => data.domains[0]?.skills[0];

describe("Évaluer", () => {
  it("étant donné une grille, quand la personne puis l’équipe répondent, alors on lit les deux côte à côte, avec l’attendu", async () => {
    expect(await enter("2026-02-01")).toMatchObject({ changed: 1 });
    expect(await evaluate(samira, { Prix: "3", Trésorerie: "2" })).toHaveProperty("evaluationId");
    tenant.setNow("2026-11-20T10:05:00.000Z");
    expect(await evaluate(karim, { Prix: "1" }, { notes: { [idOf(grid, "Prix")]: "Devis du 3 revu" } })).toHaveProperty(
      "evaluationId",
    );
    const { data } = await seenBy(samira);
    expect(price(data)).toMatchObject({
      ...{ name: "Prix", expected: 2, next: 3, verdict: "under", level: 1 },
      self: { level: 3, on: "2026-11-20" },
      team: { level: 1, note: "Devis du 3 revu" },
    });
    expect(data.stage).toEqual({ reached: 6, next: 12, nextOn: "2027-02-01" });
    // Expected within a year only: to prepare, not late.
    expect(data.domains[0]?.skills[1]).toMatchObject({ verdict: "free", soon: true, expected: null, next: 3 });
    expect(
      data.evaluations.map(({ side, answers }) => [side, answers.map(({ skill, level }) => `${skill} ${level}`)]),
    ).toEqual([
      ["team", ["Prix Début"]],
      ["self", ["Prix Seul", "Trésorerie Aide"]],
    ]);
  });

  it("ne réécrit rien : ce qui a été dit reste à sa date, et dans les mots de la grille de ce jour", async () => {
    await evaluate(karim, { Prix: "1" }, { on: "2026-05-10" });
    const renamed = { version: grid.version, skillId: idOf(grid, "Prix"), domainId: grid.domains[0]?.id };
    await run(helene, saveSkill, { ...renamed, name: "Fixer ses prix", expected: { 6: "2" } });
    await evaluate(karim, { Prix: "3" }, { on: "2026-10-10" });
    const { data } = await seenBy(karim, "?au=2026-10-10&depuis=2026-06-01");
    expect(price(data)).toMatchObject({ name: "Fixer ses prix", level: 3, before: 1 });
    expect(data.evaluations.at(-1)?.answers).toEqual([
      { skillId: idOf(grid, "Prix"), skill: "Prix", level: "Début", note: "" },
    ]);
    expect(price((await seenBy(karim, "?au=2026-06-01")).data)?.level).toBe(1);
    expect(price((await seenBy(karim, "?au=2026-01-01")).data)?.level).toBeNull();
    for (const table of ["evaluation", "rating"]) {
      await expect(
        tenant.run((tx) => sql`delete from ${sql.ref(`skills.${table}`)}`.execute(tx)),
        table,
      ).rejects.toThrow();
    }
  });

  it("soi-même aujourd’hui seulement ; l’équipe un jour passé, jamais à venir", async () => {
    await evaluate(samira, { Prix: "2" }, { on: "2026-01-01" });
    const on = toDay("2026-11-20");
    const rows = await tenant.run((tx) => ratingsOn(tx, tenant.organizationId, on, [samira.personId]));
    expect(rows.map((row) => row.on)).toEqual([on]);
    expect(await evaluate(karim, { Prix: "2" }, { on: "2026-11-21" })).toMatchObject({ code: "evaluation.future" });
  });

  it("refuse une réponse vide, un niveau que la grille n’a pas, une grille qui n’existe pas", async () => {
    expect(await evaluate(samira, { Prix: "" })).toMatchObject({ kind: "invalid", code: "evaluation.empty" });
    expect(await evaluate(samira, { Prix: "4" })).toMatchObject({ code: "evaluation.empty" });
    expect(await evaluate(samira, { Prix: "2" }, { gridVersion: 99 })).toMatchObject({
      code: "evaluation.gridMissing",
    });
  });

  it("une remarque sans niveau n’est pas perdue : la phrase est à côté, et rien n’est enregistré", async () => {
    const notes = { [idOf(grid, "Réseau")]: "À revoir en mars" };
    expect(await evaluate(samira, { Prix: "2" }, { notes })).toMatchObject({
      ...{ kind: "invalid", code: "evaluation.noteAlone", field: `notes.${idOf(grid, "Réseau")}` },
    });
    expect((await seenBy(samira)).data.evaluations).toEqual([]);
    expect(await evaluate(samira, { Réseau: "2" }, { notes })).toHaveProperty("evaluationId");
  });

  it("pour les autres, la personne n’existe pas : un autre entrepreneur, la paie, la compta, qui suit d’autres", async () => {
    const other = await tenant.person({ activities: [await tenant.activity("Autre")] });
    const payroll = await tenant.person({ roles: ["payroll", "accountant"] });
    const lucie = await tenant.person();
    await tenant.run((tx) =>
      sql`insert into membership.role_grant (organization_id, id, person_id, role, followed_only, granted_at)
        values (${tenant.organizationId}, ${tenant.newId()}, ${lucie.personId}, 'accompagnateur', true, now())`.execute(
        tx,
      ),
    );
    for (const who of [other, payroll, lucie]) {
      expect(await evaluate(who, { Prix: "2" })).toMatchObject({ kind: "missing", code: "evaluation.personMissing" });
      expect((await seenBy(who)).status).toBe(404);
      expect((await answerOf(() => form.loader(as(who)))).status).toBe(404);
    }
    const stranger = await (await freshTenant()).person({ roles: ["direction"] });
    expect((await seenBy(stranger)).status).toBe(404);
  });

  it("propose l’atelier prévu qui travaille ce qui manque, et lui seul", async () => {
    await enter("2026-02-01");
    await evaluate(samira, { Prix: "1", Réseau: "1" });
    const dates = [{ day: "2026-12-01", time: "14:30", minutes: "120" }];
    const workshop = { capacity: "5", signup: "open", dates, outsideTrainer: "Dominique" };
    await run(karim, createWorkshop, { ...workshop, title: "Le juste prix", themes: "tarifs" });
    await run(karim, createWorkshop, { ...workshop, title: "Se présenter", themes: "réseau" });
    const { data } = await seenBy(samira);
    expect(
      data.domains
        .flatMap(({ skills }) => skills)
        .map((skill) => [skill.name, skill.workshops.map((one) => one.title)]),
    ).toEqual([
      ["Prix", ["Le juste prix"]],
      ["Trésorerie", []],
      ["Réseau", []],
    ]);
  });

  it("sans date d’entrée dans le dossier, c’est le premier contrat qui fait foi", async () => {
    const read = async () => {
      const entries = await tenant.run((tx) => entriesOf(tx, tenant.organizationId, [samira.personId]));
      return entries.get(samira.personId);
    };
    expect(await read()).toBeUndefined();
    await tenant.run((tx) =>
      sql`insert into membership.fact (organization_id, id, person_id, dimension, effect_on, until_on, value, recorded_at)
        values (${tenant.organizationId}, ${tenant.newId()}, ${samira.personId}, 'contract', '2025-03-01', '2026-02-28', '"cape"', now())`.execute(
        tx,
      ),
    );
    expect(await read()).toBe("2025-03-01");
    await enter("2025-02-15");
    expect(await read()).toBe("2025-02-15");
  });
});
