import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Day, dayIn, type Instant, toDay } from "./day.ts";
import { type ClockTime, instantAt, minutesAfter, nextMorning, timeIn } from "./zoned.ts";

const at = (day: string, time: string, zone = "Europe/Paris") => instantAt(toDay(day), time as ClockTime, zone);

describe("L’heure d’un lieu", () => {
  test.each([
    ["2026-01-15", "14:30", "Europe/Paris", "2026-01-15T13:30:00.000Z"],
    ["2026-07-15", "14:30", "Europe/Paris", "2026-07-15T12:30:00.000Z"],
    ["2026-07-15", "00:15", "Europe/Paris", "2026-07-14T22:15:00.000Z"],
    ["2026-07-15", "09:00", "Indian/Reunion", "2026-07-15T05:00:00.000Z"],
    ["2026-07-15", "20:00", "America/Guadeloupe", "2026-07-16T00:00:00.000Z"],
    // Change of season: 2:30 does not exist on 29 March 2026, and comes twice on 25 October.
    ["2026-03-29", "02:30", "Europe/Paris", "2026-03-29T01:30:00.000Z"],
    ["2026-03-29", "03:00", "Europe/Paris", "2026-03-29T01:00:00.000Z"],
    ["2026-10-25", "02:30", "Europe/Paris", "2026-10-25T00:30:00.000Z"],
  ])("le %s à %s, %s", (day, time, zone, expected) => {
    expect(at(day, time, zone)).toBe(expected);
  });

  it("se relit telle qu’elle a été écrite, quel que soit le jour", () => {
    const days = fc.integer({ min: 0, max: 3650 }).map((count) => new Date(Date.UTC(2024, 0, 1 + count)).toISOString());
    const hours = fc.integer({ min: 3 * 60, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(
        days,
        hours,
        fc.constantFrom("Europe/Paris", "Indian/Reunion", "Pacific/Noumea"),
        (text, hour, zone) => {
          const day = text.slice(0, 10) as Day;
          const time = `${String(Math.floor(hour / 60)).padStart(2, "0")}:${String(hour % 60).padStart(2, "0")}`;
          const moment = instantAt(day, time as ClockTime, zone);
          expect([dayIn(moment, zone), timeIn(moment, zone)]).toEqual([day, time]);
        },
      ),
    );
    expect(minutesAfter(at("2026-01-15", "23:30"), 45)).toBe("2026-01-15T23:15:00.000Z");
  });

  test.each([
    ["2026-11-27T06:59:59.000Z", "Europe/Paris", "2026-11-27T07:00:00.000Z"],
    ["2026-11-27T07:00:00.000Z", "Europe/Paris", "2026-11-28T07:00:00.000Z"],
    ["2026-03-28T10:00:00.000Z", "Europe/Paris", "2026-03-29T06:00:00.000Z"],
    ["2028-02-28T22:00:00.000Z", "Indian/Reunion", "2028-02-29T04:00:00.000Z"],
    ["2026-12-31T21:00:00.000Z", "Pacific/Noumea", "2027-01-01T21:00:00.000Z"],
  ])("après %s, huit heures reviennent à %s : %s", (after, zone, expected) => {
    expect(nextMorning(after as Instant, zone)).toBe(expected);
  });
});
