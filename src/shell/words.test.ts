import { describe, expect, test } from "vitest";
import type { House, SupportRole } from "#kernel/actor.ts";
import { en as searchEn } from "#modules/desk/search/search.en.ts";
import { fr as searchFr } from "#modules/desk/search/search.fr.ts";
import { CREATIONS, NAVIGATION } from "#navigation.ts";
import { ICON_NAMES } from "#ui/icon-name.ts";
import { type ActorSummary, stands } from "#ui/navigation.ts";
import { en as uiEn } from "#ui/words.en.ts";
import { fr as uiFr } from "#ui/words.fr.ts";
import { bottomEntries } from "./bottom-bar.tsx";
import { en } from "./shell.en.ts";
import { fr } from "./shell.fr.ts";

function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

const facts = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe("les mots du cadre", () => {
  const french = texts([fr, uiFr, searchFr]);
  const english = texts([en, uiEn, searchEn]);

  test("courts, sans point médian, sans « veuillez » ni « invalide », sans espace fine", () => {
    for (const text of french) {
      expect(text).not.toMatch(/[·\u202f]|veuillez|invalide|erreur \d/i);
      expect(text.split(" ").length, text).toBeLessThanOrEqual(20);
    }
  });

  test("chaque phrase anglaise a les mêmes faits que la française", () => {
    expect(english.map(facts)).toEqual(french.map(facts));
    expect(english.every((text) => text !== "")).toBe(true);
  });
});

describe("le menu", () => {
  const roles: SupportRole[] = ["accompagnateur", "accountant", "payroll", "direction", "administrator", "facilitator"];
  const houses = ["cae", "network"] as const;
  const allOf = (house: House): ActorSummary => ({
    ...{ house, hasActivity: house === "cae", roles: new Set(roles), generalRoles: new Set(roles) },
  });
  const nobodyOf = (house: House): ActorSummary => ({
    ...{ house, hasActivity: false, roles: new Set<SupportRole>(), generalRoles: new Set<SupportRole>() },
  });

  test("au plus sept entrées par partie, même pour qui a tous les rôles", () => {
    for (const house of houses) {
      for (const section of ["activity", "network", "accompaniment", "cooperative", "support", "direction"] as const) {
        const inSection = NAVIGATION.filter((entry) => entry.section === section && !entry.within);
        const shown = inSection.filter((entry) => stands(entry, allOf(house)));
        expect(shown.length, `${house} ${section}`).toBeLessThanOrEqual(7);
      }
    }
  });

  test("une page tenue par des onglets l'est par une entrée du menu que voient les mêmes personnes", () => {
    for (const page of NAVIGATION.filter((entry) => entry.within)) {
      const entry = NAVIGATION.find(({ key }) => key === page.within);
      expect(entry?.within, page.key).toBeUndefined();
      expect(entry?.section, page.key).toBe(page.section);
      for (const who of houses.flatMap((house) => [allOf(house), nobodyOf(house)])) {
        if (stands(page, who)) expect(entry && stands(entry, who), page.key).toBe(true);
      }
    }
  });

  test("clés uniques, adresses de la coopérative, icônes connues, mots dans les deux langues", () => {
    const items = [...NAVIGATION, ...CREATIONS];
    expect(new Set(NAVIGATION.map((entry) => entry.key)).size).toBe(NAVIGATION.length);
    for (const item of items) {
      expect(item.href("etabli")).toMatch(/^\/etabli(\/|$|\?)/);
      expect(ICON_NAMES).toContain(item.icon);
      expect(item.words.fr.length * item.words.en.length).toBeGreaterThan(0);
      expect(item.words.fr.length, item.words.fr).toBeLessThanOrEqual(28);
    }
  });

  test("chaque personne a une lettre au plus une fois, et un accueil", () => {
    for (const letters of [NAVIGATION, CREATIONS].map((list) => list.flatMap((item) => item.letter ?? []))) {
      expect(new Set(letters).size).toBe(letters.length);
      for (const letter of letters) expect(letter).toMatch(/^[a-z]$/);
    }
    for (const house of houses) {
      expect(NAVIGATION.some((entry) => entry.key === "home" && stands(entry, nobodyOf(house)))).toBe(true);
    }
  });

  test("la barre du bas garde l'ordre et montre quatre places au plus, celles qui le demandent d'abord", () => {
    const item = (key: string, mobile?: boolean) => ({
      key,
      href: `/${key}`,
      icon: "home" as const,
      label: key,
      mobile,
    });
    const entries = [item("a", true), item("b"), item("c", true), item("d"), item("e", true), item("f")];
    expect(bottomEntries(entries).map((entry) => entry.key)).toEqual(["a", "b", "c", "e"]);
    expect(bottomEntries([item("a")])).toHaveLength(1);
  });
});
