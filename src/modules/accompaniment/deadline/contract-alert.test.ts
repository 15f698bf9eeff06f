import { describe, expect, it } from "vitest";
import { addDays, type Day, toDay } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import type { Contract, Terms } from "#modules/membership/index.ts";
import { belowSmic, coveredUntil, lacksAgreement } from "#modules/membership/index.ts";
import { followUpDeadlines, minimumActivity, noticeDeadlines, termsDeadlines } from "./contract-alert.ts";
import { type PaperKind, paperDeadline } from "./paper.ts";

const contract = (kind: "cape" | "cesa", from: string, to: string | null = null): Contract => ({
  id: "c" as Id<"contract">,
  kind,
  startsOn: toDay(from),
  endsOn: to === null ? null : toDay(to),
});

/** The urgencies the days before, of, and after a day that counts. */
const around = (on: string, urgencyOn: (today: Day) => string | undefined) =>
  [-1, 0, 1].map((shift) => urgencyOn(addDays(toDay(on), shift)) ?? "rien");

describe("Les papiers qui finissent", () => {
  const of = (kind: PaperKind, lastDay: string) => (today: Day) => paperDeadline(kind, toDay(lastDay), today)?.urgency;

  it.each([
    ["residencePermit", "2028-03-01", "2027-12-02", "2028-01-01", null],
    ["residencePermit", "2027-03-31", "2026-12-31", "2027-01-30", null],
    ["rightsEnd", "2028-02-29", "2027-12-31", "2028-01-30", "2028-03-30"],
    ["rightsEnd", "2027-02-28", "2026-12-30", "2027-01-29", "2027-03-30"],
    ["medicalVisit", "2026-12-31", "2026-11-01", "2026-12-01", null],
    ["insurance", "2028-02-29", "2027-12-31", "2028-01-30", null],
    ["qualification", "2026-04-30", "2026-03-01", "2026-03-31", null],
  ] as const)(
    "%s jusqu’au %s : à préparer dès le %s, à régler dès le %s, puis dépassé",
    (kind, lastDay, shown, near, gone) => {
      const at = of(kind, lastDay);
      expect(around(shown, at)).toEqual(["rien", "coming", "coming"]);
      expect(around(near, at)).toEqual(["coming", "near", "near"]);
      expect(around(lastDay, at)).toEqual(["near", "near", "late"]);
      if (gone === null) expect(at(addDays(toDay(lastDay), 4000))).toBe("late");
      else expect(around(gone, at)).toEqual(["late", "late", "rien"]);
    },
  );

  it("sans date, rien n’est demandé", () => {
    expect(paperDeadline("rightsEnd", null, toDay("2026-01-01"))).toBeNull();
  });
});

describe("Les organismes à prévenir d’un CAPE", () => {
  const cape = contract("cape", "2028-03-01", "2029-02-28");
  const at = (today: Day) => noticeDeadlines([cape], (_id, notice) => notice === "noticeUrssaf", today)[0]?.urgency;

  it("quinze jours avant, le jour même, puis jusqu’à ce que ce soit noté ou que le CAPE finisse", () => {
    expect(around("2028-02-15", at)).toEqual(["rien", "coming", "coming"]);
    expect(around("2028-03-01", at)).toEqual(["coming", "near", "late"]);
    expect(around("2029-02-28", at)).toEqual(["late", "late", "rien"]);
    expect(noticeDeadlines([cape], () => true, toDay("2028-03-01"))).toEqual([]);
    expect(noticeDeadlines([contract("cesa", "2028-03-01")], () => false, toDay("2028-03-01"))).toEqual([]);
    expect(noticeDeadlines([cape], () => false, toDay("2028-03-01")).map(({ kind }) => kind)).toEqual([
      "noticeUrssaf",
      "noticeFranceTravail",
    ]);
  });
});

describe("La part fixe et le SMIC", () => {
  it("1 867,02 € pour 35 h depuis le 1er juin 2026 (12,31 €/h), 1 823,03 € avant (12,02 €/h)", () => {
    expect(belowSmic(186_701n, 3_500n, toDay("2026-06-01"))).toBe(true);
    expect(belowSmic(186_702n, 3_500n, toDay("2026-06-01"))).toBe(false);
    expect(belowSmic(182_303n, 3_500n, toDay("2026-06-01"))).toBe(true);
    expect(belowSmic(182_304n, 3_500n, toDay("2026-05-31"))).toBe(false);
    expect(belowSmic(182_303n, 3_500n, toDay("2026-05-31"))).toBe(true);
    expect(belowSmic(1n, 3_500n, toDay("2020-01-01"))).toBeNull();
  });

  it("se voit tant que le contrat court ; un contrat aux clauses incomplètes aussi", () => {
    const terms = (fixed_part: string): Terms => ({ amendment: 0, values: { fixed_part, weekly_hours: "1750" } });
    const kinds = (fixed: string, running: Contract | null = contract("cesa", "2026-01-01")) =>
      termsDeadlines(running, terms(fixed), toDay("2026-07-01")).map(({ kind }) => kind);
    expect(kinds("93350")).toEqual(["termsMissing", "belowSmic"]);
    expect(kinds("93351")).toEqual(["termsMissing"]);
    expect(kinds("1", null)).toEqual([]);
    expect(termsDeadlines(contract("cesa", "2026-01-01"), null, toDay("2026-07-01"))).toEqual([]);
  });
});

describe("L’activité minimale du contrat", () => {
  const terms: Terms = { amendment: 0, values: { minimum_turnover: "1200000" } };
  const at =
    (sold: bigint, startsOn = "2027-03-10") =>
    (today: Day) =>
      minimumActivity(contract("cesa", startsOn), terms, () => sold, today)[0]?.urgency;

  it("quatre-vingt-dix jours avant la fin d’une année de contrat trop maigre, puis soixante jours après", () => {
    // From the first of March 2027 to the 29th of February 2028, a leap year.
    expect(around("2027-12-01", at(1_199_999n))).toEqual(["rien", "coming", "coming"]);
    expect(around("2028-01-30", at(1_199_999n))).toEqual(["coming", "near", "near"]);
    expect(around("2028-02-29", at(1_199_999n))).toEqual(["near", "near", "late"]);
    expect(around("2028-04-29", at(1_199_999n))).toEqual(["late", "late", "rien"]);
    expect(around("2028-02-29", at(1_200_000n))).toEqual(["rien", "rien", "rien"]);
  });

  it("compte les mois de l’année de contrat, et d’aucune autre", () => {
    const asked: string[] = [];
    minimumActivity(
      contract("cesa", "2026-01-31"),
      terms,
      (from, until) => {
        asked.push(`${from} ${until}`);
        return 0n;
      },
      toDay("2027-01-05"),
    );
    expect(asked).toEqual(["2026-01-01 2026-12-31"]);
  });
});

describe("Les accords et les assurances", () => {
  const [samira, yann] = ["s", "y"] as Id<"person">[] as [Id<"person">, Id<"person">];
  const agreement = (from: string, to: string | null, shares: Record<string, number>) => ({
    ...{ startsOn: toDay(from), endsOn: to === null ? null : toDay(to), shares },
  });

  it("à deux, il faut une convention en cours qui nomme chacun", () => {
    const both = { s: 6_000, y: 4_000 };
    const on = toDay("2026-06-30");
    expect(lacksAgreement([], [samira], on)).toBe(false);
    expect(lacksAgreement([], [samira, yann], on)).toBe(true);
    expect(lacksAgreement([agreement("2026-01-01", "2026-06-30", both)], [samira, yann], on)).toBe(false);
    expect(lacksAgreement([agreement("2026-01-01", "2026-06-29", both)], [samira, yann], on)).toBe(true);
    expect(lacksAgreement([agreement("2026-07-01", null, both)], [samira, yann], on)).toBe(true);
    expect(lacksAgreement([agreement("2026-01-01", null, { s: 10_000 })], [samira, yann], on)).toBe(true);
  });

  it("des assurances qui se suivent couvrent sans trou", () => {
    const cover = (from: string, to: string | null) => ({
      ...{ kind: "insurance" as const, startsOn: toDay(from), endsOn: to === null ? null : toDay(to) },
    });
    const until = (...covers: ReturnType<typeof cover>[]) => coveredUntil(covers, "insurance", toDay("2026-06-15"));
    expect(until()).toBe("2026-06-14");
    expect(until(cover("2026-01-01", "2026-12-31"), cover("2027-01-01", "2027-12-31"))).toBe("2027-12-31");
    expect(until(cover("2026-01-01", "2026-12-31"), cover("2027-01-02", "2027-12-31"))).toBe("2026-12-31");
    expect(until(cover("2026-01-01", null))).toBe("9999-12-31");
    expect(until(cover("2025-01-01", "2026-06-14"))).toBe("2026-06-14");
  });
});

describe("Les nouvelles après une sortie", () => {
  it("se prennent de quinze jours avant à trois mois après", () => {
    const at = (today: Day) => followUpDeadlines([toDay("2028-02-29")], today)[0]?.urgency;
    expect(around("2028-02-14", at)).toEqual(["rien", "coming", "coming"]);
    expect(around("2028-02-29", at)).toEqual(["coming", "near", "late"]);
    expect(around("2028-05-29", at)).toEqual(["late", "late", "rien"]);
  });
});
