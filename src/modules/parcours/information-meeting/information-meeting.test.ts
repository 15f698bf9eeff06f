import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Instant, toDay } from "#kernel/day.ts";
import { type CalendarEvent, writeCalendar } from "#kernel/ical.ts";
import { type ClockTime, instantAt as instantOf } from "#kernel/zoned.ts";
import { parseTimeInput } from "#ui/time-input.ts";
import { isOpenTo, seatsLeft } from "./information-meeting.ts";

const instantAt = (day: Parameters<typeof instantOf>[0], time: string, zone: string) =>
  instantOf(day, time as ClockTime, zone);
const calendarFile = (event: CalendarEvent) => writeCalendar([event], { now: "2026-11-27T10:00:00.000Z" as Instant });

describe("L’heure d’une réunion", () => {
  it("se tape comme on la dit", () => {
    for (const text of ["18:30", "18h30", "18 h 30".replaceAll(" ", ""), "18.30", " 18H30 "]) {
      expect(parseTimeInput(text)).toBe("18:30");
    }
    expect(parseTimeInput("9h")).toBe("09:00");
    expect(parseTimeInput("9")).toBe("09:00");
    for (const text of ["", "24:00", "18:60", "midi", "18:3", "-1"]) expect(parseTimeInput(text)).toBeNull();
  });

  it("est celle du lieu, l’été comme l’hiver, ici comme à La Réunion", () => {
    expect(instantAt(toDay("2026-12-01"), "18:30", "Europe/Paris")).toBe("2026-12-01T17:30:00.000Z");
    expect(instantAt(toDay("2026-07-01"), "18:30", "Europe/Paris")).toBe("2026-07-01T16:30:00.000Z");
    expect(instantAt(toDay("2026-07-01"), "18:30", "Indian/Reunion")).toBe("2026-07-01T14:30:00.000Z");
    expect(instantAt(toDay("2026-07-01"), "18:30", "America/Cayenne")).toBe("2026-07-01T21:30:00.000Z");
    // The day on which clocks change, before and after they did.
    expect(instantAt(toDay("2026-10-25"), "01:00", "Europe/Paris")).toBe("2026-10-24T23:00:00.000Z");
    expect(instantAt(toDay("2026-10-25"), "09:00", "Europe/Paris")).toBe("2026-10-25T08:00:00.000Z");
    expect(instantAt(toDay("2026-03-29"), "09:00", "Europe/Paris")).toBe("2026-03-29T07:00:00.000Z");
  });

  it("on s’inscrit jusqu’au début, à une réunion publiée qui tient, et pas après", () => {
    const meeting = { published: true, cancelled: false, heldOn: toDay("2026-12-01"), startsAt: "18:30" as ClockTime };
    const at = (now: string) => isOpenTo(meeting, now as Instant, "Europe/Paris");
    expect(at("2026-12-01T17:29:59.999Z")).toBe(true);
    expect(at("2026-12-01T17:30:00.000Z")).toBe(false);
    expect(isOpenTo({ ...meeting, published: false }, "2026-11-01T00:00:00.000Z" as Instant, "Europe/Paris")).toBe(
      false,
    );
    expect(isOpenTo({ ...meeting, cancelled: true }, "2026-11-01T00:00:00.000Z" as Instant, "Europe/Paris")).toBe(
      false,
    );
  });

  it("les places qui restent ne sont jamais moins que zéro", () => {
    expect(seatsLeft({ seats: 12, taken: 5 })).toBe(7);
    expect(seatsLeft({ seats: 4, taken: 5 })).toBe(0);
  });
});

describe("Le fichier d’agenda", () => {
  const event = {
    uid: "1@essaim",
    sequence: 2,
    when: { startsAt: "2026-12-01T17:30:00.000Z" as Instant, minutes: 90 },
    summary: "Réunion d’information, L’Établi",
    location: "12 quai de l’Atelier, 29200 Brest",
    description: "Une ligne\nune autre; et la suite",
    cancelled: false,
  };

  it("dit quand, où et quoi, comme la norme le veut", () => {
    const text = calendarFile(event);
    expect(text).toContain("DTSTART:20261201T173000Z\r\n");
    expect(text).toContain("DTEND:20261201T190000Z\r\n");
    expect(text).toContain("LOCATION:12 quai de l’Atelier\\, 29200 Brest\r\n");
    expect(text).toContain("DESCRIPTION:Une ligne\\nune autre\\; et la suite\r\n");
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(calendarFile({ ...event, cancelled: true })).toContain("STATUS:CANCELLED");
  });

  it("aucune ligne ne passe 75 octets, et rien ne se perd", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (description) => {
        const text = calendarFile({ ...event, description: description.replace(/[\r\n\\;,]/g, "") });
        for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(text.replaceAll("\r\n ", "")).toContain(description.replace(/[\r\n\\;,]/g, ""));
      }),
    );
  });
});
