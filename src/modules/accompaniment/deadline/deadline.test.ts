import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, addMonths, type Day, toDay } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import type { Contract } from "#modules/membership/index.ts";
import { lastDayOfDelay, monthsAndDays } from "#modules/membership/index.ts";
import { deadlinesOf } from "./deadline.ts";

const contract = (kind: "cape" | "cesa", from: string, to: string | null): Contract => ({
  id: `${kind} ${from}` as Id<"contract">,
  kind,
  startsOn: toDay(from),
  endsOn: to === null ? null : toDay(to),
});
const cape = (from: string, to: string) => contract("cape", from, to);
const cesa = (from: string, to: string | null = null) => contract("cesa", from, to);
const on = (contracts: Contract[], day: string, admitted: string | null = null) =>
  deadlinesOf(contracts, admitted === null ? null : toDay(admitted), toDay(day)).map(
    (deadline) => `${deadline.kind} ${deadline.on} ${deadline.urgency}`,
  );

describe("La fin d’un CAPE", () => {
  const first = [cape("2026-01-01", "2026-12-31")];

  test.each([
    ["la veille des soixante jours", "2026-10-31", []],
    ["soixante jours avant", "2026-11-01", ["capeEnd 2026-12-31 coming"]],
    ["la veille des trente jours", "2026-11-30", ["capeEnd 2026-12-31 coming"]],
    ["trente jours avant", "2026-12-01", ["capeEnd 2026-12-31 near"]],
    ["le dernier jour", "2026-12-31", ["capeEnd 2026-12-31 near"]],
    ["le lendemain, sans suite", "2027-01-01", ["capeEnd 2026-12-31 late"]],
    ["quatre-vingt-dix jours après", "2027-03-31", ["capeEnd 2026-12-31 late"]],
    ["plus tard, la personne est partie", "2027-04-01", []],
  ] as const)("%s", (_name, day, expected) => {
    expect(on(first, day)).toEqual(expected);
  });

  it("ne presse plus dès que la suite est signée", () => {
    expect(on([...first, cape("2027-01-01", "2027-12-31")], "2026-12-15")).toEqual([]);
    expect(on([...first, cesa("2027-01-01")], "2026-12-15")).toEqual([]);
  });

  it("au troisième CAPE, dit qu’il ne se renouvelle plus (L127-3)", () => {
    const three = [
      cape("2024-01-01", "2024-12-31"),
      cape("2025-01-01", "2025-12-31"),
      cape("2026-01-01", "2026-06-30"),
    ];
    expect(on(three, "2026-06-15")).toEqual(["capeLastEnd 2026-06-30 near"]);
    expect(on(three.slice(0, 2), "2025-12-15")).toEqual(["capeEnd 2025-12-31 near"]);
  });

  it("tient des années bissextiles", () => {
    expect(on([cape("2027-03-01", "2028-02-29")], "2028-02-29")).toEqual(["capeEnd 2028-02-29 near"]);
    expect(on([cape("2027-03-01", "2028-02-29")], "2028-03-01")).toEqual(["capeEnd 2028-02-29 late"]);
  });
});

describe("La fin de la période d’essai d’un CESA (L7332-1 : huit mois, moins les contrats d’avant)", () => {
  test.each([
    ["sans contrat avant : huit mois pleins", [cesa("2026-01-01")], "2026-08-31"],
    ["après six mois de CAPE : deux mois", [cape("2025-07-01", "2025-12-31"), cesa("2026-01-01")], "2026-02-28"],
    ["à cheval sur une fin de mois courte", [cesa("2025-06-30")], "2026-02-27"],
  ])("%s", (_name, contracts, end) => {
    expect(on(contracts, end).filter((text) => text.startsWith("trial"))).toEqual([`trialEnd ${end} near`]);
    expect(on(contracts, addDays(toDay(end), 1)).filter((text) => text.startsWith("trial"))).toEqual([]);
    expect(on(contracts, addDays(toDay(end), -31)).filter((text) => text.startsWith("trial"))).toEqual([]);
    expect(on(contracts, addDays(toDay(end), -30)).filter((text) => text.startsWith("trial"))).toEqual([
      `trialEnd ${end} coming`,
    ]);
  });

  it("après un an de CAPE, il n’y a plus d’essai", () => {
    const contracts = [cape("2025-01-01", "2025-12-31"), cesa("2026-01-01")];
    for (const day of ["2026-01-01", "2026-01-15", "2026-08-31"]) expect(on(contracts, day)).toEqual([]);
  });
});

describe("Devenir associé (L7331-3 : trois ans au plus, moins les contrats d’avant)", () => {
  const alone = [cesa("2026-01-01")];
  const afterCape = [cape("2025-01-01", "2025-12-31"), cesa("2026-01-01")];

  test.each([
    ["sans CAPE : trois ans pleins", alone, "2028-12-31"],
    ["après un an de CAPE : deux ans", afterCape, "2027-12-31"],
    [
      "après un CAPE de onze mois et quatorze jours",
      [cape("2025-01-18", "2025-12-31"), cesa("2026-01-01")],
      "2028-01-17",
    ],
  ])("%s", (_name, contracts, term) => {
    const day = toDay(term);
    const seen = (when: Day) => on(contracts, when).filter((text) => text.startsWith("associate"));
    expect(seen(addDays(addMonths(day, -12), -1))).toEqual([]);
    expect(seen(addMonths(day, -12))).toEqual([`associate ${term} coming`]);
    expect(seen(addDays(addMonths(day, -3), -1))).toEqual([`associate ${term} coming`]);
    expect(seen(addMonths(day, -3))).toEqual([`associate ${term} near`]);
    expect(seen(day)).toEqual([`associate ${term} near`]);
    expect(seen(addDays(day, 1))).toEqual([`associate ${term} late`]);
  });

  it("ne dit plus rien une fois la personne associée, ni une fois le contrat fini", () => {
    expect(on(alone, "2028-12-31", "2028-06-01")).toEqual([]);
    expect(on([cesa("2026-01-01", "2028-06-30")], "2028-12-31")).toEqual([]);
  });

  it("un premier CESA compte comme un contrat d’avant", () => {
    const contracts = [cesa("2025-01-01", "2025-12-31"), cesa("2026-01-01")];
    expect(on(contracts, "2027-12-31")).toEqual(["associate 2027-12-31 near"]);
  });
});

describe("Les durées", () => {
  it("des mois entiers, puis des jours", () => {
    expect(monthsAndDays(toDay("2025-01-01"), toDay("2026-01-01"))).toEqual({ months: 12, days: 0 });
    expect(monthsAndDays(toDay("2024-01-31"), toDay("2024-02-29"))).toEqual({ months: 1, days: 0 });
    expect(monthsAndDays(toDay("2025-01-18"), toDay("2026-01-01"))).toEqual({ months: 11, days: 14 });
  });

  it("un contrat de plus avant n’allonge jamais un délai ; sans contrat avant, il est entier", () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((count) => addDays(toDay("2022-01-01"), count));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (start, length) => {
        const before = { kind: "cape" as const, startsOn: addDays(start, -length), endsOn: addDays(start, -1) };
        const whole = lastDayOfDelay(start, 36, []);
        expect(whole).toBe(addDays(addMonths(start, 36), -1));
        const shortened = lastDayOfDelay(start, 36, [before]);
        expect(shortened < whole).toBe(true);
        // The sum of both is three years, give or take the days that months do not share.
        const gap = Math.abs(new Date(shortened).getTime() - new Date(addMonths(before.startsOn, 36)).getTime());
        expect(gap).toBeLessThanOrEqual(4 * 86_400_000);
      }),
    );
  });
});
