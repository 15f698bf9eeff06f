import { beforeEach, describe, expect, it } from "vitest";
import { done, type LabelWorld, labelWorld, listOf } from "../label.fixture.ts";
import { EXAMPLE_REFERENTIAL } from "./example-referential.ts";
import {
  importCriteria,
  publishEdition,
  removeCriterion,
  reviseReferential,
  saveCriterion,
  saveRule,
  startReferential,
} from "./keep-referential.command.ts";
import { readCriteria } from "./read-criteria.ts";
import { criteriaOf, findEdition, listEditions } from "./referential.store.ts";
import { fieldsIn } from "./referential.ts";

describe("L’import", () => {
  it("l’exemple : plus de cent critères, 60 obligatoires et 60 recommandés, dix et dix dans six domaines", () => {
    const read = readCriteria(EXAMPLE_REFERENTIAL);
    if (typeof read === "string") throw new Error(read);
    expect(read.refused).toEqual([]);
    const fields = fieldsIn(read.criteria);
    expect(
      fields.map(({ criteria }) => [criteria.filter(({ level }) => level === "mandatory").length, criteria.length]),
    ).toEqual(Array.from({ length: 6 }, () => [10, 20]));
    expect(new Set(read.criteria.map(({ wording }) => wording)).size).toBe(120);
    expect(read.criteria.every(({ wording, expected }) => wording.endsWith(".") && expected !== "")).toBe(true);
  });

  it("chaque ligne refusée a sa raison, les autres entrent", () => {
    const text = [
      "N°,Domaine,Niveau,Critère",
      "A1,Accueil,obligatoire,Un",
      ",Accueil,obligatoire,Sans code",
      "a1,Accueil,recommandé,Deux fois",
      "A2,,obligatoire,Sans domaine",
      "A3,Accueil,important,Niveau inconnu",
      "A4,Accueil,Recommandé,",
      `A5,Accueil,O,${"x".repeat(501)}`,
      "A6,Accueil,R,Six",
    ].join("\n");
    const read = readCriteria(text);
    if (typeof read === "string") throw new Error(read);
    expect(read.criteria.map(({ code, level }) => [code, level])).toEqual([
      ["A1", "mandatory"],
      ["A6", "recommended"],
    ]);
    expect(read.refused.map(({ line, reason }) => [line, reason])).toEqual([
      [3, "code"],
      [4, "codeTwice"],
      [5, "field"],
      [6, "level"],
      [7, "wording"],
      [8, "tooLong"],
    ]);
  });

  it("lit aussi JSON, et dit ce qui n’est pas une liste", () => {
    const json = JSON.stringify({
      criteres: [{ code: "A1", domaine: "Accueil", niveau: "obligatoire", critère: "Un" }, { code: 4 }, null],
    });
    expect(readCriteria(json)).toMatchObject({
      criteria: [{ code: "A1" }],
      refused: [
        { line: 2, reason: "field" },
        { line: 3, reason: "code" },
      ],
    });
    expect([
      readCriteria("  "),
      readCriteria("{"),
      readCriteria("{}"),
      readCriteria("nom;prénom\na;b"),
      readCriteria("code;domaine;niveau;critère"),
      readCriteria("x".repeat(400_001)),
    ]).toEqual(["empty", "notJson", "notJson", "headings", "empty", "tooLarge"]);
  });
});

describe("Un référentiel", () => {
  let world: LabelWorld;
  beforeEach(async () => {
    world = await labelWorld();
  });

  it("part de l’exemple ou d’une liste vide, revient à l’équipe, et se fige une fois publié", async () => {
    const { run, farid, maelle, tenant } = world;
    expect(await run(maelle, startReferential, { example: true })).toMatchObject({ code: "network.notStaff" });
    expect(await run(farid, startReferential, { name: " " })).toMatchObject({ code: "referential.nameNeeded" });
    const example = done(await run(farid, startReferential, { example: true }));
    expect(await run(farid, startReferential, { example: true })).toMatchObject({ code: "referential.known" });
    expect(await tenant.run((tx) => findEdition(tx, tenant.organizationId, example.editionId))).toMatchObject({
      example: true,
      status: "draft",
    });
    const { editionId } = done(await run(farid, startReferential, { name: "Le nôtre" }));
    expect(await run(farid, publishEdition, { editionId })).toMatchObject({ code: "referential.empty" });
    expect(done(await run(farid, importCriteria, { editionId, text: listOf(2, 2) }))).toMatchObject({
      imported: 4,
      refused: [],
    });
    done(
      await run(farid, saveCriterion, {
        editionId,
        code: "O1",
        field: "Autre",
        level: "recommended",
        wording: "Changé",
      }),
    );
    done(await run(farid, removeCriterion, { editionId, code: "R2" }));
    expect(await run(farid, removeCriterion, { editionId, code: "R2" })).toMatchObject({
      code: "referential.criterionMissing",
    });
    const rule = {
      editionId,
      version: 1,
      mandatoryPercent: 90,
      recommendedPercent: 40,
      notApplicable: "unmet",
      validityMonths: 24,
    };
    done(await run(farid, saveRule, rule));
    expect(await run(farid, saveRule, rule)).toMatchObject({ code: "referential.changed" });
    expect(await run(farid, saveRule, { ...rule, mandatoryPercent: "101" })).toMatchObject({ code: "input.invalid" });
    done(await run(farid, publishEdition, { editionId }));
    for (const [command, input] of [
      [importCriteria, { editionId, text: listOf(1, 1) }],
      [saveRule, { ...rule, version: 2 }],
      [publishEdition, { editionId }],
    ] as const) {
      expect(await run(farid, command as typeof publishEdition, input)).toMatchObject({
        code: "referential.published",
      });
    }
    const next = done(await run(farid, reviseReferential, { editionId }));
    expect(await run(farid, reviseReferential, { editionId })).toMatchObject({ code: "referential.draftOpen" });
    const [before, after] = await tenant.run(async (tx) => [
      await criteriaOf(tx, tenant.organizationId, editionId),
      await criteriaOf(tx, tenant.organizationId, next.editionId),
    ]);
    expect(after).toEqual(before);
    expect(await tenant.run((tx) => findEdition(tx, tenant.organizationId, next.editionId))).toMatchObject({
      ...{
        number: 2,
        status: "draft",
        mandatoryPercent: 90,
        recommendedPercent: 40,
        notApplicable: "unmet",
        validityMonths: 24,
      },
    });
    const other = await labelWorld();
    expect(await other.tenant.run((tx) => listEditions(tx, other.tenant.organizationId))).toEqual([]);
  });
});
