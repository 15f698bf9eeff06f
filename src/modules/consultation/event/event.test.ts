import { describe, expect, it } from "vitest";
import type { StructureId } from "#modules/network/index.ts";
import { coverageText } from "../result/figure-text.ts";
import { isFull, reached } from "./event.ts";

describe("La portée d’un événement", () => {
  it("75 CAE venues sur 150 connues : la moitié, chacune comptée une fois", () => {
    const id = (rank: number) => `cae-${rank}` as StructureId;
    const known = new Set(Array.from({ length: 150 }, (_, rank) => id(rank)));
    const came = Array.from({ length: 120 }, (_, rank) => ({ structureId: id(rank % 75), seenAt: "x" as never }));
    const others = [
      { structureId: id(80), seenAt: null },
      { structureId: null, seenAt: "x" as never },
      { structureId: "tiers-lieu" as StructureId, seenAt: "x" as never },
    ];
    const counted = reached([...came, ...others], known);
    expect(counted).toEqual({ registered: 76, came: 75 });
    expect(coverageText({ over: counted.came, under: known.size }, "sur", "fr")).toBe("75 sur 150 (50\u00a0%)");
  });

  it("complet quand il y a autant d’inscrits que de places, jamais sans limite", () => {
    expect([isFull({ capacity: 2 }, 1), isFull({ capacity: 2 }, 2), isFull({ capacity: null }, 9999)]).toEqual([
      ...[false, true, false],
    ]);
  });
});
