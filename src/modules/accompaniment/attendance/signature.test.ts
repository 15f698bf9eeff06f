import { describe, expect, it, test } from "vitest";
import type { Instant } from "#kernel/day.ts";
import { checkMoment, isDrawing, isSameName, linesOf } from "./signature.ts";

describe("Signer sa présence", () => {
  test.each([
    ["un trait", "M1 2L3 4L5 6L7 8", true],
    ["deux traits", "M1 2L3 4M5 6L7 8", true],
    ["un point", "M1 2", false],
    ["une glissade", "M1 2L3 4", false],
    ["autre chose qu’un dessin", "M1 2L3 4L5 6Z<script>", false],
    ["hors du cadre des nombres", "M1 2L3333 4L5 6L7 8", false],
    ["rien", "", false],
  ])("%s", (_name, strokes, expected) => {
    expect(isDrawing(strokes)).toBe(expected);
  });

  it("un dessin trop long n’en est pas un ; ses points se relisent", () => {
    expect(isDrawing(`M1 2${"L3 4".repeat(4000)}`)).toBe(false);
    expect(linesOf("M1 2L3 4M5 6L7 8")).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
      [
        [5, 6],
        [7, 8],
      ],
    ]);
  });

  it("le nom écrit est celui de qui signe, accents et ordre à part", () => {
    expect(isSameName("roux  SAMIRA", "Samira Roux")).toBe(true);
    expect(isSameName("Maelle Le-Gall", "Maëlle Le Gall")).toBe(true);
    expect(isSameName("Samira", "Samira Roux")).toBe(false);
    expect(isSameName("", "Samira Roux")).toBe(false);
  });

  test.each([
    ["2026-12-01T12:59:59.000Z", "signature.tooEarly"],
    ["2026-12-01T13:00:00.000Z", undefined],
    // Midnight in Brest is 23:00 in UTC.
    ["2026-12-01T22:59:59.000Z", undefined],
    ["2026-12-01T23:00:00.000Z", "signature.tooLate"],
  ])("à %s", (now, code) => {
    const session = { startsAt: "2026-12-01T13:30:00.000Z" as Instant };
    expect(checkMoment(session, now as Instant, "Europe/Paris")?.code).toBe(code);
  });
});
