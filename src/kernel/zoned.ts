/** Hours of a time zone: an appointment is at half past two in Brest, whatever the season and the server. */
import { addDays, type Day, dayIn, type Instant } from "./day.ts";

/** An hour of the day, "14:30". Compares with < and > as text. */
export type ClockTime = string & { readonly __clockTime: true };

const formats = new Map<string, Intl.DateTimeFormat>();

/** The hour that a clock on the wall shows there at that moment. */
export function timeIn(value: Instant, timeZone: string): ClockTime {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    formats.set(timeZone, format);
  }
  return format.format(new Date(value)) as ClockTime;
}

/**
 * The moment at which a clock there shows this hour of this day. An hour that a change of season leaves out becomes the
 * one an hour later; one that comes twice is the first of the two.
 */
export function instantAt(day: Day, time: ClockTime, timeZone: string): Instant {
  const wanted = Date.parse(`${day}T${time}:00.000Z`);
  const shown = (moment: number) => {
    const instant = new Date(moment).toISOString() as Instant;
    return Date.parse(`${dayIn(instant, timeZone)}T${timeIn(instant, timeZone)}:00.000Z`);
  };
  // Both offsets that may hold around the hour: the day before and the day after.
  const offsets = [-86_400_000, 86_400_000].map((shift) => shown(wanted + shift) - (wanted + shift));
  const candidates = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
  const moment = candidates.find((candidate) => shown(candidate) === wanted) ?? candidates.at(-1) ?? wanted;
  return new Date(moment).toISOString() as Instant;
}

/** The moment at which a day begins there. */
export const dayStart = (day: Day, timeZone: string): Instant => instantAt(day, "00:00" as ClockTime, timeZone);

/** What leaves of a morning leaves at that hour. */
export const MORNING_HOUR = "08:00" as ClockTime;

/** The next eight o'clock there after a moment. */
export function nextMorning(after: Instant, timeZone: string): Instant {
  for (let day = dayIn(after, timeZone); ; day = addDays(day, 1)) {
    const morning = instantAt(day, MORNING_HOUR, timeZone);
    if (morning > after) return morning;
  }
}

/** The moment so many minutes later. */
export function minutesAfter(value: Instant, minutes: number): Instant {
  return new Date(Date.parse(value) + minutes * 60_000).toISOString() as Instant;
}
