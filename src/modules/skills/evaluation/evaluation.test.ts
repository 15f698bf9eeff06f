import { describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import type { SkillId } from "../grid/grid.ts";
import { counted, expectedAt, type Rating, type Side, stageOn, standingOf, verdictOf, worksOn } from "./evaluation.ts";
import { axesOf, meanOf, radarSeries } from "./radar-series.ts";

const entry = toDay("2025-08-31");
const price = "price" as SkillId;
const said = (side: Side, level: number, on: string): Rating => ({
  ...{ skillId: price, side, level, note: "", on: toDay(on) },
});

describe("Ce qui est attendu", () => {
  it.each([
    ["la veille des six mois", "2026-02-27", null, 6, "2026-02-28"],
    ["le jour même, en fin de mois court", "2026-02-28", 6, 12, "2026-08-31"],
    ["le lendemain", "2026-03-01", 6, 12, "2026-08-31"],
    ["la veille des douze mois", "2026-08-30", 6, 12, "2026-08-31"],
    ["après la dernière échéance", "2027-01-01", 12, null, null],
  ])("%s", (_, on, reached, next, nextOn) => {
    expect(stageOn([6, 12], entry, toDay(on))).toEqual({ reached, next, nextOn });
  });

  it("rien, tant qu’on ne sait pas quand la personne est entrée", () => {
    expect(stageOn([6, 12], null, toDay("2026-08-31"))).toEqual({ reached: null, next: null, nextOn: null });
  });

  it("la dernière échéance qui en parle : une échéance muette ne relâche rien", () => {
    const skill = { expected: { "6": 2, "24": 3 } };
    expect([null, 6, 12, 24].map((stage) => expectedAt(skill, [6, 12, 24], stage))).toEqual([null, 2, 2, 3]);
    expect(expectedAt({ expected: { "24": 3 } }, [6, 12, 24], 12)).toBeNull();
  });

  it("en dessous, atteint, à évaluer, ou rien d’attendu", () => {
    expect([verdictOf(1, 2), verdictOf(2, 2), verdictOf(3, 2), verdictOf(null, 2), verdictOf(1, null)]).toEqual([
      "under",
      "met",
      "met",
      "unseen",
      "free",
    ]);
  });
});

describe("Ce qui compte de plusieurs évaluations", () => {
  it("le dernier mot de chaque côté ; l’équipe le même jour, sinon le plus récent", () => {
    const of = (...ratings: Rating[]) => counted(standingOf(ratings).get(price))?.level;
    expect(of(said("self", 1, "2026-01-01"), said("self", 2, "2026-03-01"))).toBe(2);
    expect(of(said("self", 2, "2026-03-01"), said("self", 1, "2026-01-01"))).toBe(2);
    expect(of(said("self", 3, "2026-03-01"), said("team", 2, "2026-03-01"))).toBe(2);
    expect(of(said("self", 3, "2026-03-02"), said("team", 2, "2026-03-01"))).toBe(3);
    expect(of(said("team", 2, "2026-03-02"), said("self", 3, "2026-03-01"))).toBe(2);
    expect(of()).toBeUndefined();
  });
});

describe("L’atelier qui aide", () => {
  const skill = { name: "Fixer ses prix", themes: "marge, Coût de revient" };
  it.each([
    [true, "Fixer ses PRIX", ""],
    [true, "Le bon tarif", "vente, Marge"],
    [true, "Calculer", "cout de revient"],
    [false, "Prix Nobel", "prix"],
    [false, "Vendre", ""],
  ])("%s : « %s » (%s)", (expected, title, themes) => {
    expect(worksOn(skill, { title, themes })).toBe(expected);
  });

  it("une compétence sans thème ne va pas avec un atelier sans thème", () => {
    expect(worksOn({ name: "Réseau", themes: "" }, { title: "Vendre", themes: "" })).toBe(false);
  });
});

describe("Le radar", () => {
  const skill = (
    name: string,
    expected: number | null,
    self: number | null,
    team: number | null,
    before: number | null,
  ) => ({
    ...{ name, expected, before, level: team ?? self },
    self: self === null ? null : { level: self },
    team: team === null ? null : { level: team },
  });
  const domains = [
    { id: "a", name: "Gestion", skills: [skill("Prix", 2, 1, 2, 1), skill("Temps", null, 3, null, null)] },
    { id: "b", name: "Vide", skills: [] },
    { id: "c", name: "Droit", skills: [skill("Contrats", 3, null, null, null)] },
  ];
  const names = { expected: "Attendu", self: "Vous", team: "Équipe", now: "Maintenant", before: "Avant" };
  const says = { level: (rank: number) => `niveau ${rank}`, mean: (value: number) => `moyenne ${value}` };

  it("par domaine, la moyenne de ce qui est connu ; par compétence, son niveau en mots", () => {
    const all = axesOf(domains, null);
    expect(all.map(({ name }) => name)).toEqual(["Gestion", "Droit"]);
    expect(radarSeries(all, false, names, says).map(({ name, values, texts }) => [name, values, texts])).toEqual([
      ["Attendu", [2, 3], ["moyenne 2", "moyenne 3"]],
      ["Vous", [2, null], ["moyenne 2", ""]],
      ["Équipe", [2, null], ["moyenne 2", ""]],
    ]);
    const one = axesOf(domains, "a");
    expect(radarSeries(one, false, names, says)[1]?.texts).toEqual(["niveau 1", "niveau 3"]);
    expect(meanOf([])).toBeNull();
  });

  it("entre deux dates, ce qui comptait et ce qui compte", () => {
    expect(radarSeries(axesOf(domains, "a"), true, names, says).map(({ name, values }) => [name, values])).toEqual([
      ["Attendu", [2, null]],
      ["Avant", [1, null]],
      ["Maintenant", [2, 3]],
    ]);
  });
});
