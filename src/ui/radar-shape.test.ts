import { describe, expect, it } from "vitest";
import { anchorOf, outline, spotOn, spotsOf } from "./radar-shape.ts";

const centre = { x: 100, y: 100 };

describe("le tracé d’un radar", () => {
  it("le premier axe est en haut, les suivants tournent comme une montre", () => {
    expect([0, 1, 2, 3].map((axis) => spotOn(axis, 4, 1, centre, 50))).toEqual([
      { x: 100, y: 50 },
      { x: 150, y: 100 },
      { x: 100, y: 150 },
      { x: 50, y: 100 },
    ]);
  });

  it("une valeur est une part du rayon ; sans valeur, pas de point", () => {
    expect(spotsOf([2, null, 4, 9], 4, centre, 40)).toEqual([
      { x: 100, y: 80 },
      { x: 100, y: 140 },
      { x: 60, y: 100 },
    ]);
    expect(outline(spotsOf([1, 1], 2, centre, 40))).toBe("100,80 100,120");
  });

  it("les mots d’un axe partent du bon côté", () => {
    expect([0, 1, 2, 3].map((axis) => anchorOf(axis, 4))).toEqual(["middle", "start", "middle", "end"]);
  });
});
