import { describe, expect, it, test } from "vitest";
import { type Day, toDay } from "#kernel/day.ts";
import { interviewDeadlines, interviewsOwed } from "./interviews.ts";

const contract = (kind: "cape" | "cesa", from: string, to: string | null = null) => ({
  kind,
  startsOn: toDay(from),
  endsOn: to === null ? null : toDay(to),
});
const cesa = (from: string, to: string | null = null) => contract("cesa", from, to);
const seen = (contracts: ReturnType<typeof cesa>[], held: string[], today: string) =>
  interviewDeadlines(contracts, held as Day[], toDay(today)).map(({ on, urgency }) => `${on} ${urgency}`);

describe("Deux entretiens par an (C. trav. R7331-1 et suivants)", () => {
  test.each([
    ["une année pleine", [cesa("2020-01-01")], 2026, 2],
    ["une année bissextile pleine", [cesa("2020-01-01")], 2028, 2],
    ["neuf mois et un jour", [cesa("2026-03-31")], 2026, 2],
    // 273 days of 365 are 1.496 of two; 274 are 1.501.
    ["273 jours sur 365", [cesa("2026-04-03")], 2026, 1],
    ["274 jours sur 365", [cesa("2026-04-02")], 2026, 2],
    // 366 days: 274.5 is the middle.
    ["274 jours sur 366", [cesa("2028-04-02")], 2028, 1],
    ["275 jours sur 366", [cesa("2028-04-01")], 2028, 2],
    ["91 jours sur 365", [cesa("2026-10-02")], 2026, 0],
    ["92 jours sur 365", [cesa("2026-10-01")], 2026, 1],
    ["deux contrats qui se suivent", [cesa("2026-01-01", "2026-06-30"), cesa("2026-07-01")], 2026, 2],
    ["un CAPE n’est pas un contrat de travail", [contract("cape", "2026-01-01", "2026-12-31")], 2026, 0],
    ["avant le contrat", [cesa("2027-01-01")], 2026, 0],
  ] as const)("%s", (_name, contracts, year, count) => {
    expect(interviewsOwed(contracts, year)?.count ?? 0).toBe(count);
  });

  test.each([
    ["la veille des trois mois", "2026-09-29", []],
    ["trois mois avant", "2026-09-30", ["2026-12-31 coming"]],
    ["la veille du dernier mois", "2026-11-29", ["2026-12-31 coming"]],
    ["un mois avant", "2026-11-30", ["2026-12-31 near"]],
    ["le dernier jour", "2026-12-31", ["2026-12-31 near"]],
    ["le lendemain", "2027-01-01", ["2026-12-31 late"]],
    ["un mois après", "2027-01-31", ["2026-12-31 late"]],
    ["plus tard : l’année nouvelle compte", "2027-02-01", []],
  ])("%s", (_name, today, expected) => {
    expect(seen([cesa("2024-01-01")], ["2026-03-02", "2025-05-05", "2025-09-09"], today)).toEqual(expected);
  });

  it("le second entretien la lève, tenu le jour même compris ; celui d’une autre année, non", () => {
    const contracts = [cesa("2024-01-01")];
    expect(seen(contracts, ["2026-01-01", "2026-12-31"], "2026-12-31")).toEqual([]);
    expect(seen(contracts, ["2025-12-31", "2026-12-31"], "2026-12-31")).toEqual(["2026-12-31 near"]);
  });

  it("un contrat qui finit dans l’année a son propre dernier jour, le 29 février compris", () => {
    const ending = [cesa("2024-01-01", "2028-02-29")];
    // Sixty days of 366: none is owed any more.
    expect(seen(ending, [], "2028-02-29")).toEqual([]);
    const longer = [cesa("2024-01-01", "2028-05-31")];
    expect(seen(longer, ["2027-02-01", "2027-03-01"], "2028-02-28")).toEqual([]);
    expect(seen(longer, ["2027-02-01", "2027-03-01"], "2028-02-29")).toEqual(["2028-05-31 coming"]);
    expect(seen(longer, ["2027-02-01", "2027-03-01"], "2028-06-01")).toEqual(["2028-05-31 late"]);
  });
});
