import { describe, expect, it } from "vitest";
import { progressOf, readHundredths, resultOf, targetOf } from "./target.ts";

describe("Les cibles et ce qui est fait", () => {
  it("la cible d’une année est celle du dernier avenant qui en parle", () => {
    const targets = [
      { year: 2026, amendment: 0, planned: 1000n },
      { year: 2026, amendment: 2, planned: 1500n },
      { year: 2026, amendment: 1, planned: 1200n },
      { year: 2027, amendment: 0, planned: 2000n },
    ];
    expect(targetOf({ targets }, 2026)?.planned).toBe(1500n);
    expect(targetOf({ targets }, 2027)?.amendment).toBe(0);
    expect(targetOf({ targets }, 2028)).toBeNull();
    expect(resultOf({ results: [{ year: 2026, done: 3n, note: "" }] }, 2027)).toBeNull();
  });

  it("l’avancement est en centièmes entiers, sans arrondir vers le haut ; rien de prévu n’a pas d’avancement", () => {
    expect(progressOf(300n, 299n)).toBe(99);
    expect(progressOf(300n, 450n)).toBe(150);
    expect(progressOf(0n, 10n)).toBeNull();
    expect(progressOf(null, 10n)).toBeNull();
    expect(progressOf(300n, null)).toBeNull();
  });

  it.each([
    ["12", 1200n],
    ["12,5", 1250n],
    ["1 200,05", 120_005n],
    ["0", 0n],
    ["1,234", null],
    ["-3", null],
    ["", null],
    ["douze", null],
  ])("« %s » se lit %s", (text, hundredths) => {
    expect(readHundredths(text)).toBe(hundredths);
  });
});
