import { describe, expect, test } from "vitest";
import type { SupportRole } from "#kernel/actor.ts";
import { en as searchEn } from "#modules/desk/search/search.en.ts";
import { fr as searchFr } from "#modules/desk/search/search.fr.ts";
import { CREATIONS, NAVIGATION } from "#navigation.ts";
import { ICON_NAMES } from "#ui/icon-name.ts";
import type { ActorSummary } from "#ui/navigation.ts";
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
  const roles: SupportRole[] = ["accompagnateur", "accountant", "payroll", "direction", "administrator"];
  const all: ActorSummary = { hasActivity: true, roles: new Set(roles), generalRoles: new Set(roles) };
  const nobody: ActorSummary = { hasActivity: false, roles: new Set(), generalRoles: new Set() };

  test("au plus sept entrées par partie, même pour qui a tous les rôles", () => {
    for (const section of ["activity", "accompaniment", "cooperative", "support", "direction"] as const) {
      const shown = NAVIGATION.filter((entry) => entry.section === section && !entry.within && entry.visible(all));
      expect(shown.length, section).toBeLessThanOrEqual(7);
    }
  });

  test("une page tenue par des onglets l'est par une entrée du menu que voient les mêmes personnes", () => {
    for (const page of NAVIGATION.filter((entry) => entry.within)) {
      const entry = NAVIGATION.find(({ key }) => key === page.within);
      expect(entry?.within, page.key).toBeUndefined();
      expect(entry?.section, page.key).toBe(page.section);
      for (const who of [all, nobody]) if (page.visible(who)) expect(entry?.visible(who), page.key).toBe(true);
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
    expect(NAVIGATION.some((entry) => entry.key === "home" && entry.visible(nobody))).toBe(true);
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
