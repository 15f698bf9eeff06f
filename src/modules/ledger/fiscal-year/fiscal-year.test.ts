import { describe, expect, test } from "vitest";
import { toDay } from "#kernel/day.ts";
import { isRefusal } from "#kernel/refusal.ts";
import {
  changePeriod,
  type FiscalYear,
  type FiscalYearId,
  followingYear,
  type PeriodStatus,
  periodAt,
  periodTransitions,
  planFiscalYear,
} from "./fiscal-year.ts";

function plan(start: string, end: string): FiscalYear {
  const made = planFiscalYear(toDay(start), toDay(end));
  if (isRefusal(made)) throw new Error(made.code);
  return { id: `${start}` as FiscalYearId, opening: "none", ...made };
}

function withStatus(year: FiscalYear, statuses: Record<number, PeriodStatus>): FiscalYear {
  return { ...year, periods: year.periods.map((p) => ({ ...p, status: statuses[p.number] ?? p.status })) };
}

describe("un exercice", () => {
  test("civil a douze périodes qui se touchent", () => {
    const year = plan("2026-01-01", "2026-12-31");
    expect(year.code).toBe("2026");
    expect(year.periods).toHaveLength(12);
    expect(year.periods[1]).toMatchObject({ number: 2, start: "2026-02-01", end: "2026-02-28" });
  });

  test("décalé porte les deux années, et ses mois entamés sont des périodes", () => {
    const year = plan("2025-09-15", "2026-08-31");
    expect(year.code).toBe("2025-2026");
    expect(year.periods[0]).toMatchObject({ start: "2025-09-15", end: "2025-09-30" });
    expect(periodAt(year, toDay("2026-01-01"))?.number).toBe(5);
  });

  test("ne finit pas avant de commencer et dure au plus 24 mois", () => {
    expect(planFiscalYear(toDay("2026-01-01"), toDay("2026-01-01"))).toMatchObject({
      code: "fiscalYear.endBeforeStart",
    });
    expect(planFiscalYear(toDay("2026-01-01"), toDay("2028-01-01"))).toMatchObject({ code: "fiscalYear.tooLong" });
    expect(plan("2026-01-01", "2027-12-31").periods).toHaveLength(24);
  });

  test("le suivant commence le lendemain et dure douze mois", () => {
    expect(followingYear({ end: toDay("2027-02-28") })).toEqual({ start: "2027-03-01", end: "2028-02-29" });
  });
});

describe("une période", () => {
  const previous = plan("2025-01-01", "2025-12-31");
  const year = plan("2026-01-01", "2026-12-31");

  test("se verrouille et se rouvre ; close, elle ne change plus", () => {
    expect(changePeriod([year], year, 3, "lock")).toBe("locked");
    const locked = withStatus(year, { 3: "locked" });
    expect(changePeriod([locked], locked, 3, "unlock")).toBe("open");
    expect(changePeriod([locked], locked, 3, "lock")).toMatchObject({ code: "fiscalYear.periodUnchanged" });
    const closed = withStatus(year, { 1: "closed" });
    for (const action of ["lock", "unlock", "close"] as const) {
      expect(changePeriod([closed], closed, 1, action)).toMatchObject({ code: "fiscalYear.periodClosed" });
    }
    expect(changePeriod([year], year, 13, "lock")).toMatchObject({ code: "fiscalYear.periodUnknown" });
  });

  test("se clôt dans l'ordre, exercice précédent compris", () => {
    expect(changePeriod([year], year, 1, "close")).toBe("closed");
    expect(changePeriod([year], year, 2, "close")).toMatchObject({
      code: "fiscalYear.earlierOpen",
      facts: { end: { day: "2026-01-31" } },
    });
    const all = Object.fromEntries(previous.periods.map(({ number }) => [number, "closed" as const]));
    const almost = withStatus(previous, { ...all, 12: "locked" });
    expect(changePeriod([almost, year], year, 1, "close")).toMatchObject({
      code: "fiscalYear.earlierOpen",
      facts: { end: { day: "2025-12-31" } },
    });
    expect(changePeriod([withStatus(previous, all), year], year, 1, "close")).toBe("closed");
  });

  test("chaque état de la table est atteint", () => {
    const reached = new Set<string>(["open", ...Object.values(periodTransitions).flatMap((row) => Object.values(row))]);
    expect([...reached].sort()).toEqual(Object.keys(periodTransitions).sort());
  });
});
