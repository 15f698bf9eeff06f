import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StructureId } from "#modules/network/index.ts";
import type { AxisId } from "../consultation/consultation.ts";
import { coverageText, meanText } from "./figure-text.ts";
import {
  type Asked,
  breakdown,
  byChannel,
  coverageOf,
  heardTwice,
  rankAxes,
  reduced,
  tenthsOf,
  type Voice,
} from "./figures.ts";

const axes = ["lobbying", "communication", "legal", "observatory"] as AxisId[];
const voice = (structureId: string, order: readonly number[], channel: Voice["channel"] = "form"): Voice => ({
  structureId: structureId as StructureId,
  channel,
  ranks: new Map(axes.map((axis, index) => [axis, order[index] ?? 0])),
});
const asked = (structureId: string, networks: string[], region: string): Asked => ({
  ...{ structureId: structureId as StructureId, name: structureId, networks, region },
});

/** Four CAE and four axes, counted by hand on paper. */
const FOUR = [
  voice("a", [1, 2, 3, 4]),
  voice("b", [1, 3, 2, 4], "gathering"),
  voice("c", [2, 1, 4, 3]),
  voice("d", [3, 4, 1, 2], "gathering"),
];

describe("Le classement des axes", () => {
  it("points, rang moyen et premières places, comptés à la main", () => {
    const said = rankAxes(axes, FOUR).map(({ axisId, points, mean, firsts, place, tied }) => ({
      ...{ axisId, points, mean: reduced(mean), firsts: firsts.over, place, tied },
    }));
    expect(said).toEqual([
      { axisId: "lobbying", points: 9, mean: { over: 7, under: 4 }, firsts: 2, place: 1, tied: false },
      { axisId: "communication", points: 6, mean: { over: 5, under: 2 }, firsts: 1, place: 2, tied: true },
      { axisId: "legal", points: 6, mean: { over: 5, under: 2 }, firsts: 1, place: 2, tied: true },
      { axisId: "observatory", points: 3, mean: { over: 13, under: 4 }, firsts: 0, place: 4, tied: false },
    ]);
  });

  it("sans réponse, ne dit rien plutôt qu’un zéro", () => {
    expect(rankAxes(axes, [])).toEqual([]);
  });

  it("les points de toutes les réponses font toujours le même total, et leur ordre est celui des rangs moyens", () => {
    const order = fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 30 }), (orders) => {
        const figures = rankAxes(
          axes,
          orders.map((one, index) => voice(String(index), one)),
        );
        expect(figures.reduce((sum, { points }) => sum + points, 0)).toBe(6 * orders.length);
        expect(figures.reduce((sum, { firsts }) => sum + firsts.over, 0)).toBe(orders.length);
        const means = figures.map(({ mean }) => mean.over);
        expect(means).toEqual([...means].sort((a, b) => a - b));
      }),
    );
  });
});

describe("La participation", () => {
  it("les chiffres publics de 2018 : 75 CAE présentes sur environ 150, 68 qui ont répondu", () => {
    expect(tenthsOf(coverageOf(75, 150))).toBe(500);
    expect(tenthsOf(coverageOf(68, 150))).toBe(453);
    expect(tenthsOf(coverageOf(68, 75))).toBe(907);
    expect(reduced(coverageOf(68, 150))).toEqual({ over: 34, under: 75 });
    expect(tenthsOf(coverageOf(0, 0))).toBeNull();
  });

  it("par réseau, une structure de deux réseaux compte dans chacun ; sans réseau, elle a sa ligne, la dernière", () => {
    const all = [
      asked("a", ["Nord", "Bâtir"], "Bretagne"),
      asked("b", ["Nord"], "Bretagne"),
      asked("c", [], "Occitanie"),
      asked("d", ["Bâtir"], ""),
      asked("e", ["Nord"], "Occitanie"),
    ];
    const said = breakdown(axes, all, FOUR, ({ networks }) => (networks.length === 0 ? [""] : networks));
    expect(said.map(({ key, coverage }) => [key, coverage.over, coverage.under])).toEqual([
      ["Bâtir", 2, 2],
      ["Nord", 2, 3],
      ["", 1, 1],
    ]);
    expect(said[1]?.figures[0]).toMatchObject({ axisId: "lobbying", points: 6, place: 1 });
  });

  it("par canal, en parts des réponses", () => {
    const said = byChannel(axes, FOUR, ["form", "gathering"]);
    expect(said.map(({ key, coverage }) => [key, coverage.over, coverage.under])).toEqual([
      ["form", 2, 4],
      ["gathering", 2, 4],
    ]);
  });

  it("d’une phase à l’autre, compare celles qui ont répondu aux deux", () => {
    const [before, after] = heardTwice(FOUR, [voice("b", [4, 3, 2, 1]), voice("z", [1, 2, 3, 4])]);
    expect([before.map(({ structureId }) => structureId), after.map(({ structureId }) => structureId)]).toEqual([
      ["b"],
      ["b"],
    ]);
  });
});

describe("Les chiffres écrits", () => {
  it("une part avec ses deux nombres, une moyenne avec sa fraction quand deux décimales ne la disent pas", () => {
    expect(coverageText({ over: 68, under: 150 }, "sur", "fr")).toBe("68 sur 150 (45,3\u00a0%)");
    expect(coverageText({ over: 75, under: 150 }, "of", "en")).toBe("75 of 150 (50%)");
    expect(coverageText({ over: 0, under: 0 }, "sur", "fr")).toBe("0 sur 0");
    expect(meanText({ over: 7, under: 4 }, "fr")).toBe("1,75");
    expect(meanText({ over: 14, under: 6 }, "fr")).toBe("2,33 (7/3)");
    expect(meanText({ over: 3, under: 1 }, "en")).toBe("3.00");
  });
});
