import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { freshTenant, type TestPerson, type TestTenant } from "#testing/tenant.ts";
import { evaluateSkills } from "../evaluation/evaluate.command.ts";
import { expectedAt } from "../evaluation/evaluation.ts";
import { acting, idOf, readGrid, smallGrid } from "../skills.fixture.ts";
import {
  removeDomain,
  removeSkill,
  saveDomain,
  saveLevels,
  saveSkill,
  saveStages,
  startGrid,
} from "./change-grid.command.ts";
import { exampleGrid } from "./example-grid.ts";
import { findGrid } from "./grid.store.ts";
import { MOST_SKILLS, skillsOf, withDomain, withSkill } from "./grid.ts";

let tenant: TestTenant;
let helene: TestPerson;
let karim: TestPerson;
let run: ReturnType<typeof acting>;

beforeEach(async () => {
  tenant = await freshTenant();
  helene = await tenant.person({ roles: ["direction"] });
  karim = await tenant.person({ roles: ["accompagnateur"] });
  run = acting(tenant);
});

describe("La grille", () => {
  it("part de l’exemple en un clic : cinq domaines, vingt compétences, jamais moins attendu plus tard", async () => {
    expect(await run(helene, startGrid, { language: "fr", example: "oui" })).toEqual({ version: 1 });
    const grid = await readGrid(tenant);
    expect([grid.domains.length, skillsOf(grid).length, grid.levels.length, grid.stages]).toEqual([
      5,
      20,
      4,
      [6, 12, 24],
    ]);
    for (const skill of skillsOf(grid)) {
      const ranks = grid.stages.map((months) => expectedAt(skill, grid.stages, months) ?? 0);
      expect(ranks, skill.name).toEqual([...ranks].sort());
    }
    expect(await run(helene, startGrid, { example: "oui" })).toMatchObject({ kind: "conflict", code: "grid.started" });
    const english = exampleGrid("en", tenant.newId);
    expect(skillsOf(english).map(({ expected }) => expected)).toEqual(skillsOf(grid).map(({ expected }) => expected));
  });

  it("revient à la direction ; à personne d’autre, et elle reste dans sa coopérative", async () => {
    expect(await run(karim, startGrid, {})).toMatchObject({ kind: "forbidden", code: "grid.notAllowed" });
    expect(await run(helene, saveStages, { version: 1, months: "6" })).toMatchObject({ code: "grid.missing" });
    await smallGrid(tenant, helene);
    const other = await freshTenant();
    expect(await other.run((tx) => findGrid(tx, tenant.organizationId))).toBeNull();
  });

  it("garde chaque version : un mot changé laisse l’ancien où il était, et la base refuse de le réécrire", async () => {
    const before = await smallGrid(tenant, helene);
    const skillId = idOf(before, "Prix");
    const domainId = before.domains[0]?.id;
    const said = { version: before.version, skillId, domainId, name: "Fixer ses prix", expected: { 6: "2" } };
    expect(await run(helene, saveSkill, said)).toEqual({ version: before.version + 1 });
    const after = await readGrid(tenant);
    expect(after.domains[0]?.skills.map(({ id, name }) => [id === skillId, name])).toEqual([
      [true, "Fixer ses prix"],
      [false, "Trésorerie"],
    ]);
    const kept = await tenant.run((tx) => findGrid(tx, tenant.organizationId, before.version));
    expect(kept?.domains[0]?.skills[0]?.name).toBe("Prix");
    await expect(tenant.run((tx) => sql`update skills.grid_version set content = '{}'`.execute(tx))).rejects.toThrow();
  });

  it("dit à qui enregistre en second que la grille a changé", async () => {
    const { version, domains } = await smallGrid(tenant, helene);
    const [domain] = domains;
    const answers = await Promise.all([
      run(helene, saveDomain, { version, domainId: domain?.id, name: "Gérer" }),
      run(helene, saveDomain, { version, name: "Technique" }),
    ]);
    expect(answers.filter((answer) => "version" in answer)).toHaveLength(1);
    expect(answers.find((answer) => "refused" in answer)).toMatchObject({ kind: "conflict", code: "grid.changed" });
  });

  it("change une compétence de domaine, retire une compétence, un domaine", async () => {
    const { version, domains } = await smallGrid(tenant, helene);
    const [business, cooperation] = domains;
    const network = cooperation?.skills[0];
    const moved = { version, skillId: network?.id, domainId: business?.id, name: "Réseau", expected: {} };
    await run(helene, saveSkill, moved);
    expect((await readGrid(tenant)).domains.map(({ skills }) => skills.map(({ name }) => name))).toEqual([
      ["Prix", "Trésorerie", "Réseau"],
      [],
    ]);
    await run(helene, removeSkill, { version: version + 1, skillId: network?.id });
    await run(helene, removeDomain, { version: version + 2, domainId: cooperation?.id });
    expect((await readGrid(tenant)).domains.map(({ name, skills }) => [name, skills.length])).toEqual([["Gestion", 2]]);
  });

  it("refuse avec sa phrase ce qui n’y est pas, ce qui y est déjà, ce qui n’est pas un nombre de mois", async () => {
    const { version, domains } = await smallGrid(tenant, helene);
    const domainId = domains[0]?.id;
    const absent = tenant.newId<"skill">();
    const answer = async (...[command, input]: [Parameters<typeof run>[1], Record<string, unknown>]) =>
      ((await run(helene, command, { version, ...input })) as { code?: string }).code;
    expect(await answer(saveDomain, { name: "gestion" })).toBe("grid.domainTaken");
    expect(await answer(saveDomain, { name: "Autre", domainId: absent })).toBe("grid.domainMissing");
    expect(await answer(removeDomain, { domainId: absent })).toBe("grid.domainMissing");
    expect(await answer(saveSkill, { domainId, name: "trésorerie", expected: {} })).toBe("grid.skillTaken");
    expect(await answer(saveSkill, { domainId: absent, name: "Autre", expected: {} })).toBe("grid.domainMissing");
    expect(await answer(saveSkill, { domainId, skillId: absent, name: "Autre", expected: {} })).toBe(
      "grid.skillMissing",
    );
    expect(await answer(removeSkill, { skillId: absent })).toBe("grid.skillMissing");
    for (const months of ["", "six", "0", "121", "1 2 3 4 5 6 7"]) {
      expect(await answer(saveStages, { months }), months).toBe("grid.stages");
    }
    const named = (...names: string[]) => ({ levels: names.map((name) => ({ name, description: "" })) });
    expect(await answer(saveLevels, named("Un", "Deux"))).toBe("grid.levelCount");
    expect(await answer(saveLevels, { levels: [{ name: "", description: "Sans nom" }] })).toBe("grid.levelName");
  });

  it("une fois des personnes évaluées, les niveaux changent de nom, plus de nombre", async () => {
    const grid = await smallGrid(tenant, helene);
    const { version } = grid;
    const levels = (...names: string[]) => names.map((name) => ({ name, description: "" }));
    const four = { version, levels: levels("A", "B", "C", "D") };
    const evaluation = { personId: karim.personId, gridVersion: version, levels: { [idOf(grid, "Prix")]: "2" } };
    expect(await run(karim, evaluateSkills, evaluation)).toHaveProperty("evaluationId");
    expect(await run(helene, saveLevels, four)).toMatchObject({ kind: "conflict", code: "grid.levelsInUse" });
    expect(await run(helene, saveLevels, { version, levels: levels("A", "B", "C") })).toEqual({ version: version + 1 });
  });

  it("une échéance retirée emporte ce qu’elle attendait ; ce qui est plein le dit", async () => {
    const grid = await smallGrid(tenant, helene);
    await run(helene, saveStages, { version: grid.version, months: "12 24" });
    expect(skillsOf(await readGrid(tenant)).map(({ expected }) => expected)).toEqual([{ 12: 3 }, { 12: 3 }, {}]);
    let full = withDomain({ ...grid, domains: [] }, tenant.newId<"skillDomain">(), "Un");
    const domainId = full.domains[0]?.id as NonNullable<(typeof full.domains)[0]>["id"];
    for (let rank = 0; rank < MOST_SKILLS; rank += 1) {
      full = withSkill(full, domainId, {
        ...{ id: tenant.newId<"skill">(), name: `C${rank}`, description: "", themes: "", expected: {} },
      });
    }
    const { levels, stages, domains } = full;
    await tenant.run((tx) =>
      sql`insert into skills.grid_version (organization_id, version, content, recorded_at, recorded_by)
        values (${tenant.organizationId}, 50, ${JSON.stringify({ levels, stages, domains })}::jsonb, now(), ${helene.personId})`.execute(
        tx,
      ),
    );
    const one = { version: 50, domainId, name: "De trop", expected: {} };
    expect(await run(helene, saveSkill, one)).toMatchObject({ code: "grid.tooMany" });
  });
});
