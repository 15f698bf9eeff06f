/** Des barres dessinées pour le papier. */
import { describe, expect, it } from "vitest";
import { barsSvg, inLines } from "./bars.ts";

describe("Des barres", () => {
  it("un dessin dit le nom de chaque barre en deux lignes au plus, et n’écrit rien d’autre que du texte", () => {
    expect(inLines("Communication")).toEqual(["Communication"]);
    expect(inLines("Représentation et plaidoyer auprès des ministères")).toEqual([
      ...["Représentation et plaidoyer", "auprès des ministères"],
    ]);
    expect(inLines("mot ".repeat(30).trim())[1]).toMatch(/…$/);
    expect(inLines("x".repeat(120))).toEqual(["x".repeat(32)]);
    const svg = barsSvg(
      [
        { label: "<b>&", value: 3 },
        { label: "Rien", value: 0 },
      ],
      "#0b5c55",
    );
    expect(svg).toContain("&lt;b&gt;&amp;");
    expect(svg).not.toContain("<b>");
    // A known scale, and figures said in words.
    expect(barsSvg([{ label: "Décider", value: 150, text: "1,50" }], "#0b5c55", 300)).toContain('width="175"');
    expect(barsSvg([], "#0b5c55")).toMatch(/^<svg /);
  });
});
