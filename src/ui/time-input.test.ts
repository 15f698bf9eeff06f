import { describe, expect, test } from "vitest";
import type { ClockTime } from "#kernel/zoned.ts";
import { parseTimeInput, timeText } from "./time-input.ts";

describe("L’heure telle qu’on l’écrit", () => {
  test.each([
    ["14h30", "14:30"],
    ["14 h 30", "14:30"],
    ["14:30", "14:30"],
    ["14.30", "14:30"],
    ["1430", "14:30"],
    ["9h", "09:00"],
    ["9", "09:00"],
    ["0h05", "00:05"],
    ["24h", null],
    ["14h75", null],
    ["midi", null],
    ["", null],
    ["14h3", null],
  ])("« %s »", (typed, expected) => {
    expect(parseTimeInput(typed)).toBe(expected);
  });

  test("et telle qu’on la lit", () => {
    expect(timeText("14:30" as ClockTime)).toBe("14\u00a0h\u00a030");
    expect(timeText("09:00" as ClockTime)).toBe("9\u00a0h");
    expect(timeText("09:00" as ClockTime, "en")).toBe("09:00");
  });
});
