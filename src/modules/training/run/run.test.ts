import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day, Instant } from "#kernel/day.ts";
import { sum, toCents } from "#kernel/money.ts";
import { hoursText, readHours } from "../course/course.ts";
import { type Booking, freeFor, SPLITS, sharesOf, stateOf } from "./run.ts";

const booked = (name: string, seats: number) => ({ structureId: name, structureName: name, seats }) as Booking;
const shared = (cost: number, split: (typeof SPLITS)[number], ...bookings: Booking[]) =>
  sharesOf(toCents(cost), split, bookings).map(({ structureName, amount }) => [structureName, amount]);

describe("Le coût d’une session", () => {
  it("se partage selon les places, ou à parts égales, au centime", () => {
    // 1 000 € for 3 + 2 + 1 seats: 500, 333.33 and 166.67 (the cent left goes to the largest remainder).
    const three = [booked("A", 3), booked("B", 2), booked("C", 1)];
    expect(shared(100_000, "seats", ...three)).toEqual([
      ["A", 50_000n],
      ["B", 33_333n],
      ["C", 16_667n],
    ]);
    // 1 000 € in three equal parts: 333.34, 333.33, 333.33.
    expect(shared(100_000, "structures", ...three)).toEqual([
      ["A", 33_334n],
      ["B", 33_333n],
      ["C", 33_333n],
    ]);
    expect(shared(100_000, "seats", booked("A", 0), booked("B", 2))).toEqual([["B", 100_000n]]);
    expect(shared(100_000, "seats")).toEqual([]);
  });

  it("quel qu’il soit, les parts font le tout et nul ne paie plus d’un centime de plus que sa part exacte", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.constantFrom(...SPLITS),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }),
        (cost, split, seats) => {
          const bookings = seats.map((count, rank) => booked(String(rank), count));
          const shares = sharesOf(toCents(cost), split, bookings);
          expect(sum(shares.map(({ amount }) => amount))).toBe(BigInt(cost));
          const weights = seats.map((count) => (split === "seats" ? count : 1));
          const whole = weights.reduce((total, weight) => total + weight, 0);
          for (const [rank, { amount }] of shares.entries()) {
            expect(Math.abs(Number(amount) - (cost * (weights[rank] as number)) / whole)).toBeLessThan(1);
          }
        },
      ),
    );
  });
});

describe("Une session", () => {
  const run = { startsOn: "2027-03-03" as Day, endsOn: "2027-03-05" as Day, cancelledOn: null, settledAt: null };
  const on = (day: string) => stateOf(run, day as Day);

  it("est à venir, en cours, à répartir, puis répartie ou annulée", () => {
    expect(["2027-03-02", "2027-03-03", "2027-03-05", "2027-03-06"].map(on)).toEqual([
      ...["toCome", "underWay", "underWay", "toSettle"],
    ]);
    expect(stateOf({ ...run, settledAt: "2027-03-06T08:00:00Z" as Instant }, "2027-03-07" as Day)).toBe("settled");
    expect(stateOf({ ...run, cancelledOn: "2027-03-01" as Day }, "2027-03-07" as Day)).toBe("cancelled");
  });

  it("a des places pour qui n’en a pas encore, et pour qui change les siennes", () => {
    const bookings = [booked("A", 3), booked("B", 4)];
    const free = (name: string) => freeFor({ seats: 8 }, bookings, name as Booking["structureId"]);
    expect([free("A"), free("B"), free("C")]).toEqual([4, 5, 1]);
  });
});

describe("Une durée", () => {
  it("s’écrit en heures, par quarts d’heure", () => {
    expect(["14", "3,5", "3.25", " 7 ", "0,25"].map(readHours)).toEqual([56, 14, 13, 28, 1]);
    expect(["0", "3,33", "deux", "", "1001", "-2", "1e3"].map(readHours)).toEqual(Array(7).fill(null));
    expect([56, 14, 13].map(hoursText)).toEqual(["14", "3,5", "3,25"]);
  });
});
