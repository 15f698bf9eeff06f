import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrastOnWhite, nearestReadable, READABLE_CONTRAST } from "./colour.ts";

const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("La couleur d'une coopérative", () => {
  // Valeurs de la norme et exemples publics: blanc 1, noir 21, bleu 8,59, rouge 4,00; #767676 est le gris le plus clair lisible.
  it.each([
    ["#ffffff", 1],
    ["#000000", 21],
    ["#0000ff", 8.59],
    ["#ff0000", 4],
    ["#767676", 4.54],
  ])("%s a un contraste de %d sur blanc", (colour, contrast) => {
    expect(contrastOnWhite(colour)).toBeCloseTo(contrast, 2);
  });

  it("trop pâle, on en propose une qui se lit", () => {
    fc.assert(fc.property(colours, (colour) => contrastOnWhite(nearestReadable(colour)) >= READABLE_CONTRAST));
  });

  it("déjà lisible, elle ne change pas", () => {
    fc.assert(
      fc.property(
        colours,
        (colour) => contrastOnWhite(colour) < READABLE_CONTRAST || nearestReadable(colour) === colour,
      ),
    );
  });
});
