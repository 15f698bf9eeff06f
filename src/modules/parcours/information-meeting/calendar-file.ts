/** A meeting as a calendar reads it (iCalendar, RFC 5545). */
import type { Instant } from "#kernel/day.ts";

export type CalendarEvent = {
  /** The same for every version of one meeting: a calendar replaces it. */
  readonly uid: string;
  /** Grows with each version. */
  readonly sequence: number;
  readonly from: Instant;
  readonly minutes: number;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  readonly cancelled: boolean;
  /** When it is written. */
  readonly at: Instant;
};

const stamp = (at: string) => `${at.slice(0, 19).replace(/[-:]/g, "")}Z`;

const escaped = (text: string) => text.replace(/([\\;,])/g, "\\$1").replace(/\r?\n/g, "\\n");

/** §3.1: a line holds at most 75 bytes; what follows goes on after a space, and no letter is cut in two. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  let bytes = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (bytes + size > (lines.length === 0 ? 75 : 74)) {
      lines.push(current);
      current = "";
      bytes = 0;
    }
    current += letter;
    bytes += size;
  }
  lines.push(current);
  return lines.join("\r\n ");
}

export function calendarFile(event: CalendarEvent): string {
  const until = new Date(Date.parse(event.from) + event.minutes * 60_000).toISOString();
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Essaim//parcours//FR",
    `METHOD:${event.cancelled ? "CANCEL" : "PUBLISH"}`,
    "BEGIN:VEVENT",
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${stamp(event.at)}`,
    `DTSTART:${stamp(event.from)}`,
    `DTEND:${stamp(until)}`,
    `SUMMARY:${escaped(event.title)}`,
    ...(event.place === "" ? [] : [`LOCATION:${escaped(event.place)}`]),
    ...(event.description === "" ? [] : [`DESCRIPTION:${escaped(event.description)}`]),
    `STATUS:${event.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
}
