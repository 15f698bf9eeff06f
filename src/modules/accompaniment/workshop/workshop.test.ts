import { describe, expect, it } from "vitest";
import type { Instant } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { freeSeats, isOver, toSeat } from "./workshop.ts";

const at = (hour: number) => `2026-12-01T${String(hour).padStart(2, "0")}:00:00.000Z` as Instant;
const asked = (name: string, hour: number, seatedHour: number | null = null) => ({
  personId: name as PersonId,
  askedAt: at(hour),
  seatedAt: seatedHour === null ? null : at(seatedHour),
});

describe("Les places d’un atelier", () => {
  it("vont à qui attend depuis le plus longtemps, jamais plus qu’il n’y en a", () => {
    const registrations = [asked("a", 1, 1), asked("b", 2), asked("c", 3), asked("d", 4)];
    const names = (capacity: number) => toSeat({ capacity, registrations }).map(({ personId }) => personId);
    expect(names(1)).toEqual([]);
    expect(names(2)).toEqual(["b"]);
    expect(names(3)).toEqual(["b", "c"]);
    expect(names(9)).toEqual(["b", "c", "d"]);
    // Fewer seats than people seated: nobody is sent away, nobody sits.
    expect(freeSeats({ capacity: 0, registrations })).toBe(0);
  });

  it("est fini quand sa dernière date a commencé", () => {
    const sessions = [8, 10].map((hour) => ({ id: String(hour) as never, startsAt: at(hour), minutes: 60 }));
    expect([9, 10].map((hour) => isOver({ sessions }, at(hour)))).toEqual([false, true]);
  });
});
