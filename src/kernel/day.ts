/** Calendar days of law and accounting, as ISO text "2026-11-22": no clock, no time zone, no Date in modules. */

declare const day: unique symbol;
declare const instant: unique symbol;

/** A calendar day, "YYYY-MM-DD". Compares with < and > as text. */
export type Day = string & { readonly [day]: true };
/** A moment of the trace, ISO 8601 in UTC with milliseconds. */
export type Instant = string & { readonly [instant]: true };
/** A month, "YYYY-MM". */
export type Month = string & { readonly __month: true };

const DAY_MS = 86_400_000;

function toEpochDay(value: Day): number {
  return Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5, 7)) - 1, Number(value.slice(8, 10))) / DAY_MS;
}

function fromEpochDay(value: number): Day {
  return new Date(value * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** Reads "YYYY-MM-DD"; null when it is not a real day of the years 1900 to 2199. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  if (year < 1900 || year > 2199) return null;
  return fromEpochDay(Date.UTC(year, Number(match[2]) - 1, Number(match[3])) / DAY_MS) === text ? (text as Day) : null;
}

/** Brands a day known to be right (database, literals). Throws otherwise. */
export function toDay(text: string): Day {
  const value = parseDay(text);
  if (value === null) throw new RangeError(`not a day: ${text}`);
  return value;
}

export function addDays(value: Day, count: number): Day {
  return fromEpochDay(toEpochDay(value) + count);
}

/** Days from a to b (positive when b is later). */
export function daysBetween(a: Day, b: Day): number {
  return toEpochDay(b) - toEpochDay(a);
}

/** Same day of a later month, or the last day of that month when it has none (31 January + 1 month = 28 February). */
export function addMonths(value: Day, count: number): Day {
  const year = Number(value.slice(0, 4));
  const month = Number(value.slice(5, 7)) - 1 + count;
  const target = new Date(Date.UTC(year, month, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  const dayOfMonth = Math.min(Number(value.slice(8, 10)), last);
  return fromEpochDay(Date.UTC(target.getUTCFullYear(), target.getUTCMonth(), dayOfMonth) / DAY_MS);
}

export function monthOf(value: Day): Month {
  return value.slice(0, 7) as Month;
}

/** Reads "YYYY-MM"; null otherwise. */
export function parseMonth(text: string): Month | null {
  return parseDay(`${text}-01`) === null ? null : (text as Month);
}

export function firstDayOf(month: Month): Day {
  return `${month}-01` as Day;
}

export function lastDayOf(month: Month): Day {
  return addDays(addMonths(firstDayOf(month), 1), -1);
}

export function addToMonth(month: Month, count: number): Month {
  return monthOf(addMonths(firstDayOf(month), count));
}

export function yearOf(value: Day): number {
  return Number(value.slice(0, 4));
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(value: Day): number {
  return new Date(`${value}T00:00:00Z`).getUTCDay() || 7;
}

/** The months from a to b, both included. */
export function monthsFrom(a: Month, b: Month): Month[] {
  const months: Month[] = [];
  for (let month = a; month <= b; month = addToMonth(month, 1)) months.push(month);
  return months;
}

/** Making one costs more than using it a hundred times: one for each time zone met. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone (each cooperative has its own: Paris, La Réunion…). */
export function dayIn(value: Instant, timeZone: string): Day {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(timeZone, format);
  }
  return format.format(new Date(value)) as Day;
}
