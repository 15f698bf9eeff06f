import { describe, expect, it } from "vitest";
import { toDay, weekdayOf } from "#kernel/day.ts";
import type { ClockTime } from "#kernel/zoned.ts";
import { slotsOf } from "./permanence.ts";

const weekly = {
  weekday: 2,
  fromDay: toDay("2026-11-01"),
  untilDay: toDay("2026-12-31"),
  starts: "09:00" as ClockTime,
  ends: "10:20" as ClockTime,
  slotMinutes: 30,
};
const told = (from: string, until: string, changes = {}) =>
  slotsOf({ ...weekly, ...changes }, toDay(from), toDay(until)).map(({ day, time }) => `${day} ${time}`);

describe("Les créneaux d’une permanence", () => {
  it("chaque mardi, tant qu’un créneau entier tient", () => {
    expect(weekdayOf(toDay("2026-12-01"))).toBe(2);
    expect(told("2026-11-27", "2026-12-07")).toEqual(["2026-12-01 09:00", "2026-12-01 09:30"]);
    expect(told("2026-12-01", "2026-12-01", { ends: "10:30" })).toHaveLength(3);
  });

  it("ni avant son premier jour, ni après le dernier ; un seul jour quand elle n’en a qu’un", () => {
    expect(told("2026-10-01", "2026-11-02")).toEqual([]);
    expect(told("2026-12-30", "2027-03-01")).toEqual([]);
    const once = { weekday: null, fromDay: toDay("2026-12-03"), untilDay: toDay("2026-12-03") };
    expect(told("2026-11-27", "2027-01-31", once)).toEqual(["2026-12-03 09:00", "2026-12-03 09:30"]);
  });
});
