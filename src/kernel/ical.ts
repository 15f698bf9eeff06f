/** Calendars as files (RFC 5545): what every diary reads. Moments are written in UTC, so that no time zone is guessed. */
import { addDays, type Day, type Instant } from "./day.ts";
import { minutesAfter } from "./zoned.ts";

export type CalendarEvent = {
  /** Stable: the same thing keeps it for ever, so that a diary updates it instead of adding another one. */
  readonly uid: string;
  /** A moment with its length, or a whole day. */
  readonly when: { readonly startsAt: Instant; readonly minutes: number } | { readonly day: Day };
  readonly summary: string;
  readonly location?: string;
  readonly description?: string;
  readonly url?: string;
  readonly cancelled?: boolean;
  /** Grows with each change. */
  readonly sequence?: number;
};

const CRLF = "\r\n";
/** §3.1: a line is no longer than 75 octets, its end left out. */
const LINE_OCTETS = 75;

/** §3.3.11: a backslash, a semicolon, a comma and an end of line are escaped; other control characters have no place. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\\;,]/g, (found) => `\\${found}`)
    .replace(/\n/g, "\\n");
}

/** §3.1: a long line goes on after an end of line and a space, never within a character. */
export function fold(line: string): string {
  const encoder = new TextEncoder();
  const pieces: string[] = [];
  let [piece, octets] = ["", 0];
  for (const character of line) {
    const size = encoder.encode(character).byteLength;
    // The space that begins a following line counts.
    if (octets + size > LINE_OCTETS) {
      pieces.push(piece);
      [piece, octets] = ["", 1];
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join(`${CRLF} `);
}

/** "20261127T133000Z". */
export const utc = (value: Instant): string => `${value.slice(0, 19).replace(/[-:]/g, "")}Z`;
const dateOf = (value: Day): string => value.replaceAll("-", "");

function timesOf(when: CalendarEvent["when"]): string[] {
  if ("day" in when) {
    return [
      `DTSTART;VALUE=DATE:${dateOf(when.day)}`,
      `DTEND;VALUE=DATE:${dateOf(addDays(when.day, 1))}`,
      "TRANSP:TRANSPARENT",
    ];
  }
  return [`DTSTART:${utc(when.startsAt)}`, `DTEND:${utc(minutesAfter(when.startsAt, when.minutes))}`];
}

function eventLines(event: CalendarEvent, now: Instant): string[] {
  const text = (name: string, value: string | undefined) => (value ? [`${name}:${escapeText(value)}`] : []);
  return [
    "BEGIN:VEVENT",
    `UID:${event.uid}`,
    `DTSTAMP:${utc(now)}`,
    ...timesOf(event.when),
    `SEQUENCE:${event.sequence ?? 0}`,
    `STATUS:${event.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    ...text("SUMMARY", event.summary),
    ...text("LOCATION", event.location),
    ...text("DESCRIPTION", event.description),
    ...(event.url ? [`URL:${event.url}`] : []),
    "END:VEVENT",
  ];
}

/** The whole file. */
export function writeCalendar(
  events: readonly CalendarEvent[],
  options: { readonly now: Instant; readonly name?: string; readonly method?: "PUBLISH" | "CANCEL" },
): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Essaim//FR",
    "CALSCALE:GREGORIAN",
    `METHOD:${options.method ?? "PUBLISH"}`,
    ...(options.name ? [`X-WR-CALNAME:${escapeText(options.name)}`] : []),
    ...events.flatMap((event) => eventLines(event, options.now)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => fold(line) + CRLF).join("");
}
