/** Les statuts enregistrés : une version de plus, et ce que la loi ou le registre y refuse. Sur la vraie base. */
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { freshHouse, type House } from "../governance.fixture.ts";
import { moveShares } from "../share/move-shares.command.ts";
import { findArticles } from "./articles.store.ts";
import { saveArticles } from "./save-articles.command.ts";

const rule = { quorum: "1/5", base: "cast" };
const ARTICLES = {
  ...{ version: "0", shareValue: "20", minimumCapital: "30", refundYears: "5", admittedBy: "assembly" },
  ...{ convocationDays: "15", proxiesMost: "2", quorumScope: "whole" },
  majority: { ordinary: "1/2", extraordinary: "2/3" },
  rule: { ordinary1: rule, ordinary2: rule, extraordinary1: rule, extraordinary2: rule },
  college: { 1: { name: "Associés", weight: "" } },
};

let house: House;
beforeEach(async () => {
  house = await freshHouse();
});
const save = (more: Record<string, unknown>) => house.tried(house.chief, saveArticles, { ...ARTICLES, ...more });
const become = (legalForm: string) =>
  house.tenant.run((tx) =>
    sql`update membership.organization set legal_form = ${legalForm}
      where organization_id = ${house.tenant.organizationId}`.execute(tx),
  );
const FOUR = {
  1: { name: "CAE", weight: "50" },
  2: { name: "Salariés", weight: "20" },
  3: { name: "Lieux", weight: "20" },
  4: { name: "Territoires", weight: "10" },
};

describe("Les statuts", () => {
  it("d’une SCOP ne pondèrent aucun collège : un associé, une voix (loi 78-763, art. 12)", async () => {
    await become("SCOP SA à capital variable");
    expect(await save({ weighted: "oui", college: FOUR })).toMatchObject({
      code: "articles.oneVote",
      field: "weighted",
    });
    expect(await save({ college: FOUR })).toEqual({ version: 1 });
  });

  it("d’une SCIC pèsent trois collèges au moins, de 10 à 50 % (loi 47-1775, art. 19 octies)", async () => {
    await become("SCIC SAS à capital variable");
    const weighted = (college: object) => save({ weighted: "oui", college });
    expect(await weighted({ 1: FOUR[1], 2: { name: "Autres", weight: "50" } })).toMatchObject({
      code: "articles.threeColleges",
    });
    const light = { ...FOUR, 3: { name: "Lieux", weight: "21" }, 4: { name: "Territoires", weight: "9" } };
    expect(await weighted(light)).toMatchObject({ code: "articles.weightLimits", field: "college.4.weight" });
    expect(await weighted(FOUR)).toEqual({ version: 1 });
    const { organizationId } = house.tenant;
    const { colleges } = await house.tenant.run((tx) => findArticles(tx, organizationId));
    expect(colleges.map(({ weight }) => weight)).toEqual([5_000, 2_000, 2_000, 1_000]);
  });

  it("disent la forme de la coopérative et qui réunit chaque collège ; ce qui n’est pas dit reste non dit", async () => {
    const { organizationId } = house.tenant;
    const found = () => house.tenant.run((tx) => findArticles(tx, organizationId));
    expect(await found()).toMatchObject({ version: 0, form: "", company: "", colleges: [{ kind: "" }] });
    const college = { 1: { name: "Salariés", kind: "employee" }, 2: { name: "Amis" } };
    await save({ form: "scic", company: "sas", college });
    expect(await found()).toMatchObject({
      ...{ form: "scic", company: "sas" },
      colleges: [{ kind: "employee" }, { kind: "" }],
    });
    // La forme dite l’emporte sur le nom que portent les réglages.
    await become("SCIC SA");
    expect(await save({ version: "1", form: "scop", weighted: "oui", college: FOUR })).toMatchObject({
      code: "articles.oneVote",
    });
  });

  it("un poids s’écrit en pourcentage, et la valeur d’une part ne change plus dès qu’il en existe", async () => {
    expect(await save({ college: { 1: { name: "Associés", weight: "la moitié" } } })).toMatchObject({
      fields: { "college.1.weight": "articles.percent" },
    });
    expect(await save({ college: { 1: { name: "Associés", weight: "100,01" } } })).toMatchObject({
      fields: { "college.1.weight": "articles.percent" },
    });
    const { associateId } = await house.member();
    await house.run(house.chief, moveShares, { associateId, kind: "subscribe", shares: "1", effectOn: "2026-10-05" });
    expect(await save({ shareValue: "25" })).toMatchObject({ code: "articles.shareValueUsed", field: "shareValue" });
    expect(await save({})).toEqual({ version: 1 });
  });
});
