import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  accentFor,
  accentSheet,
  betterColour,
  colourToText,
  contrast,
  parseColour,
  READABLE,
  type Rgb,
} from "./contrast.ts";

const colour = (text: string): Rgb => parseColour(text) ?? [0, 0, 0];

describe("le contraste", () => {
  test("valeurs de la norme : noir sur blanc 21, une couleur sur elle-même 1, #767676 sur blanc passe de justesse", () => {
    expect(contrast(colour("#000"), colour("#fff"))).toBeCloseTo(21, 5);
    expect(contrast(colour("#0b5c55"), colour("#0b5c55"))).toBe(1);
    expect(contrast(colour("#767676"), colour("#fff"))).toBeCloseTo(4.54, 2);
    expect(contrast(colour("#777777"), colour("#fff"))).toBeCloseTo(4.48, 2);
  });

  test("une couleur se lit en trois ou six chiffres, rien d'autre", () => {
    expect(parseColour("#FfF")).toEqual([255, 255, 255]);
    expect(parseColour("#0b5c55")).toEqual([11, 92, 85]);
    for (const text of ["", "0b5c55", "#12345", "red", "#gggggg", "#0b5c55;}"]) expect(parseColour(text)).toBeNull();
  });
});

/** The tokens as the browser gets them: light, dark by the system, dark by choice. */
function themes(): Record<string, Record<string, string>> {
  const css = readFileSync(new URL("./style.css", import.meta.url), "utf8");
  const block = (start: string) => {
    const from = css.indexOf(start);
    expect(from, start).toBeGreaterThan(-1);
    const body = css.slice(from, css.indexOf("}", from));
    return Object.fromEntries(
      [...body.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map((match) => [match[1], match[2]]),
    );
  };
  return {
    clair: block(":root {\n  color-scheme: light"),
    système: block(':root:not([data-theme="clair"])'),
    sombre: block(':root[data-theme="sombre"]'),
  };
}

describe("la palette", () => {
  const all = themes();
  test("le thème sombre choisi est celui du système", () => expect(all.sombre).toEqual(all.système));

  test.each(["clair", "sombre"])("thème %s : le texte passe 4,5 et les traits 3, sur chaque fond", (name) => {
    const tokens = all[name] ?? {};
    const ratio = (a: string, b: string) => contrast(colour(tokens[a] ?? "?"), colour(tokens[b] ?? "?"));
    const surfaces = ["fond", "surface", "surface2"];
    for (const ground of surfaces) {
      for (const text of ["texte", "texte2", "marque", "erreur", "ok", "info", "attention", "neutre"]) {
        expect(ratio(text, ground), `${text} sur ${ground}`).toBeGreaterThanOrEqual(READABLE);
      }
      for (const mark of ["bordure-forte", "g1", "g2", "g3", "g4", "g5", "g6"]) {
        expect(ratio(mark, ground), `${mark} sur ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
    for (const tone of ["ok", "info", "attention", "erreur", "neutre"]) {
      expect(ratio(tone, `${tone}-fond`), tone).toBeGreaterThanOrEqual(READABLE);
      expect(ratio("texte", `${tone}-fond`), `texte sur ${tone}`).toBeGreaterThanOrEqual(READABLE);
    }
    for (const text of ["texte", "texte2", "marque"]) {
      expect(ratio(text, "marque-fond"), `${text} sélectionné`).toBeGreaterThanOrEqual(READABLE);
    }
    expect(ratio("sur-marque", "marque")).toBeGreaterThanOrEqual(READABLE);
    expect(ratio("sur-marque", "marque-forte")).toBeGreaterThanOrEqual(READABLE);
    expect(ratio("sur-erreur", "erreur")).toBeGreaterThanOrEqual(READABLE);
  });
});

describe("la couleur d'une coopérative", () => {
  test("celle qui se lit mal est remplacée par la plus proche qui se lit ; la nôtre est gardée", () => {
    expect(betterColour(colour("#0b5c55"))).toBeNull();
    const proposed = betterColour(colour("#ffcc00"));
    expect(proposed).not.toBeNull();
    expect(contrast(proposed ?? [0, 0, 0], colour("#efede8"))).toBeGreaterThanOrEqual(READABLE);
  });

  test("quelle que soit la couleur choisie, tout reste lisible dans les deux thèmes", () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(byte, byte, byte), (chosen) => {
        for (const [theme, grounds] of [
          ["light", ["#ffffff", "#f7f6f3", "#efede8"]],
          ["dark", ["#1c2229", "#14181d", "#262d36"]],
        ] as const) {
          const accent = accentFor(chosen, theme);
          for (const ground of grounds) {
            expect(contrast(accent.colour, colour(ground))).toBeGreaterThanOrEqual(READABLE);
          }
          expect(contrast(accent.colour, accent.ground)).toBeGreaterThanOrEqual(READABLE);
          expect(contrast(accent.on, accent.colour)).toBeGreaterThanOrEqual(READABLE);
          expect(contrast(accent.on, accent.strong)).toBeGreaterThanOrEqual(READABLE);
          const text = colour(theme === "light" ? "#1d232b" : "#eceff2");
          expect(contrast(text, accent.ground)).toBeGreaterThanOrEqual(READABLE);
        }
      }),
    );
  });

  test("la feuille ne contient que des couleurs", () => {
    expect(accentSheet(colour("#8c2f66")).replace(/#[0-9a-f]{6}/g, "#")).toMatchInlineSnapshot(`
      ":root:root{--marque:#;--marque-forte:#;--sur-marque:#;--marque-fond:#;--g1:#}
      @media (prefers-color-scheme:dark){:root:root:not([data-theme="clair"]){--marque:#;--marque-forte:#;--sur-marque:#;--marque-fond:#;--g1:#}}
      :root:root[data-theme="sombre"]{--marque:#;--marque-forte:#;--sur-marque:#;--marque-fond:#;--g1:#}"
    `);
    expect(colourToText([0, 10, 255])).toBe("#000aff");
  });
});
