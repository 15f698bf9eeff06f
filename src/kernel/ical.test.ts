import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Instant } from "./day.ts";
import { toDay } from "./day.ts";
import { escapeText, fold, writeCalendar } from "./ical.ts";

const NOW = "2026-11-27T10:00:00.000Z" as Instant;
const START = "2026-12-01T13:30:00.000Z" as Instant;

describe("Le fichier d’agenda (RFC 5545)", () => {
  it("a les lignes que demande la norme, finies par CRLF, en UTC", () => {
    const text = writeCalendar(
      [
        {
          uid: "appointment-1@essaim.example",
          when: { startsAt: START, minutes: 90 },
          summary: "Entretien; point, caisse",
          location: "Brest",
          sequence: 2,
        },
      ],
      { now: NOW },
    );
    expect(text.split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Essaim//FR",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "BEGIN:VEVENT",
      "UID:appointment-1@essaim.example",
      "DTSTAMP:20261127T100000Z",
      "DTSTART:20261201T133000Z",
      "DTEND:20261201T150000Z",
      "SEQUENCE:2",
      "STATUS:CONFIRMED",
      "SUMMARY:Entretien\\; point\\, caisse",
      "LOCATION:Brest",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("un jour entier finit le lendemain, même au bout de l’année", () => {
    const text = writeCalendar([{ uid: "a", when: { day: toDay("2026-12-31") }, summary: "Fin du CAPE" }], {
      now: NOW,
    });
    expect(text).toContain("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n");
  });

  it("une annulation le dit", () => {
    const cancelled = { uid: "a", when: { startsAt: START, minutes: 30 }, summary: "a", cancelled: true };
    const text = writeCalendar([cancelled], { now: NOW, method: "CANCEL" });
    expect(text).toContain("METHOD:CANCEL\r\n");
    expect(text).toContain("STATUS:CANCELLED\r\n");
  });

  it("aucune ligne ne dépasse 75 octets, et se relit entière, accents compris", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        const line = `SUMMARY:${escapeText(text)}`;
        const folded = fold(line);
        for (const part of folded.split("\r\n"))
          expect(new TextEncoder().encode(part).byteLength).toBeLessThanOrEqual(75);
        expect(folded.replaceAll("\r\n ", "")).toBe(line);
      }),
    );
  });

  it("ce que quelqu’un écrit n’ajoute jamais de ligne à lui", () => {
    expect(escapeText("Sujet\r\nATTENDEE:mailto:x\u0007")).toBe("Sujet\\nATTENDEE:mailto:x");
  });
});
