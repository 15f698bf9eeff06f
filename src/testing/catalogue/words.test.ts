/** What people read: the same in both languages, in words that a plumber understands and a screen reader says well. */
import { describe, expect, it } from "vitest";
import { factsOf, filesOf, load, productFiles, textsOf, withoutComments } from "./source.ts";

const frenchFiles = filesOf("src/**/*.fr.ts").map((file) => file.path);
const englishFiles = filesOf("src/**/*.en.ts").map((file) => file.path);

type Catalogue = { readonly path: string; readonly fr: [string, string][]; readonly en: [string, string][] };

const catalogues: Catalogue[] = [];
for (const path of frenchFiles) {
  const english = path.replace(/\.fr\.ts$/, ".en.ts");
  if (!englishFiles.includes(english)) continue;
  catalogues.push({
    path,
    fr: textsOf((await load(path)).fr),
    en: textsOf((await load(english)).en),
  });
}

/** What must not be read in French, and why. */
const FORBIDDEN: readonly [string, RegExp][] = [
  ["un point médian : les lecteurs d’écran le disent, les lecteurs dyslexiques butent", /\p{L}[·•‧]\p{L}/u],
  ["« veuillez »", /\bveuillez\b/iu],
  ["« invalide »", /\binvalides?\b/iu],
  ["un numéro d’erreur", /\berreur \d/iu],
  ["« merci de »", /\bmerci de\b/iu],
  ["un tutoiement", /(?<![\p{L}·])(tu|tes|toi)(?!\p{L})/iu],
  ["une parenthèse dans un mot : « entrepreneur(e) », « ligne(s) »", /\p{L}\((e|s|es|ne|trice)s?\)/iu],
];
/** Spaces that our fonts lack: thousands would look glued, or show a box (U+00A0 is the one we print). */
const ABSENT_SPACE = /[\u202f\u2009\u2007]/u;

function faultsOfWords(text: string): string[] {
  return FORBIDDEN.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}

describe("Les mots des écrans", () => {
  it("les catalogues sont bien lus", () => {
    expect(catalogues.length).toBeGreaterThan(25);
    expect(catalogues.flatMap(({ fr }) => fr).length).toBeGreaterThan(800);
  });

  it("chaque catalogue existe dans les deux langues", () => {
    expect(frenchFiles.map((path) => path.replace(/\.fr\.ts$/, ".en.ts"))).toEqual(englishFiles);
    expect(catalogues.filter(({ fr }) => fr.length === 0).map(({ path }) => path)).toEqual([]);
  });

  it("les mêmes clés des deux côtés, aucune vide d’un seul côté", () => {
    for (const { path, fr, en } of catalogues) {
      const keys = (texts: [string, string][]) => texts.map(([key]) => key).sort();
      expect([path, keys(en)]).toEqual([path, keys(fr)]);
      const empty = (texts: [string, string][]) => texts.filter(([, text]) => text.trim() === "").map(([key]) => key);
      expect([path, empty(en)]).toEqual([path, empty(fr)]);
    }
  });

  it("les mêmes faits des deux côtés : une phrase anglaise ne perd rien", () => {
    const uneven = catalogues.flatMap(({ path, fr, en }) => {
      const english = new Map(en);
      return fr
        .filter(([key, text]) => factsOf(text).join() !== factsOf(english.get(key) ?? "").join())
        .map(([key]) => `${path} ${key}`);
    });
    expect(uneven).toEqual([]);
  });

  it("ni point médian, ni « veuillez », ni « invalide », ni numéro d’erreur, ni tutoiement", () => {
    const faults = catalogues.flatMap(({ path, fr }) =>
      fr.flatMap(([key, text]) => faultsOfWords(text).map((fault) => `${path} ${key} : ${fault}`)),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    "Bonjour à tou·tes",
    "Veuillez saisir un montant",
    "Montant invalide",
    "Erreur 422",
    "Merci de remplir ce champ",
    "Où en es-tu ?",
    "2 ligne(s)",
  ])("« %s » serait vu", (text) => {
    expect(faultsOfWords(text)).toHaveLength(1);
  });

  it("une phrase juste n’est pas prise pour une faute", () => {
    expect(faultsOfWords("Plomberie Roux · 3 factures à relire (Brest)")).toEqual([]);
    expect(faultsOfWords("Votre statut, et le ton du courrier.")).toEqual([]);
  });

  it("l’apostrophe des écrans est « ’ » ; un terminal garde la sienne", () => {
    const straight = catalogues
      .filter(({ path }) => /src\/(modules|ui|shell)\//.test(path))
      .flatMap(({ path, fr }) => fr.filter(([, text]) => /\p{L}'\p{L}/u.test(text)).map(([key]) => `${path} ${key}`));
    expect(straight).toEqual([]);
  });

  it("aucun écran n’écrit sa phrase hors des catalogues avec ces mots", () => {
    const faults = productFiles()
      .filter(({ path }) => !/\.(fr|en)\.ts$/.test(path))
      .flatMap(({ path, text }) => {
        const code = withoutComments(text);
        return /\bveuillez\b/i.test(code) || /["'`>][^"'`<\n]*\binvalides?\b/i.test(code) ? [path] : [];
      });
    expect(faults).toEqual([]);
  });

  it("un écran qui dit du français dit aussi de l’anglais : aucune phrase d’une seule langue dans son code", () => {
    const accents = /[éèêëàâçùûôîïœÉÈÊÀÇ]/;
    const ONE_LANGUAGE = /^\s*\{ value: "fr", label: "Français" \},?$/;
    const alone = productFiles()
      .filter(({ path }) => (path.endsWith(".tsx") || path.endsWith(".page.ts")) && !/\.(fr|en)\.ts$/.test(path))
      .filter(({ text }) => !/\ben: (\{|"|`)/.test(text))
      .flatMap(({ path, text }) =>
        withoutComments(text)
          .split("\n")
          .filter((line) => accents.test(line) && !ONE_LANGUAGE.test(line))
          .map((line) => `${path}: ${line.trim()}`),
      );
    expect(alone).toEqual([]);
  });

  it("aucune espace que nos polices n’ont pas", () => {
    expect(ABSENT_SPACE.test("1\u202f234")).toBe(true);
    const faults = [...filesOf("src/**/*.{ts,tsx}"), ...filesOf("migrations/*.sql")].filter(({ text }) =>
      ABSENT_SPACE.test(text),
    );
    expect(faults.map((file) => file.path)).toEqual([]);
  });
});
