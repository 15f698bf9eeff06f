import { describe, expect, it } from "vitest";
import { toDay } from "#kernel/day.ts";
import { proposeCode, statusOfActivity } from "./activity.ts";

describe("Une activité", () => {
  it("est ouverte du premier au dernier jour compris", () => {
    const activity = { openedOn: toDay("2026-01-01"), closedOn: toDay("2026-06-30") };
    const on = (day: string) => statusOfActivity(activity, toDay(day));
    expect([on("2025-12-31"), on("2026-01-01"), on("2026-06-30"), on("2026-07-01")]).toEqual([
      "upcoming",
      "open",
      "open",
      "closed",
    ]);
    expect(statusOfActivity({ ...activity, closedOn: null }, toDay("2040-01-01"))).toBe("open");
  });

  it("reçoit un code neutre, le suivant de ceux qui existent, même après un code choisi", () => {
    expect(proposeCode([])).toBe("A001");
    expect(proposeCode(["A001", "A007", "PLOMB", "A12", "B900"])).toBe("A008");
    expect(proposeCode(["A999"])).toBe("A1000");
  });
});
