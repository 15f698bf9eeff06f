/** When a diary (RFC 5545) says that its owner is taken, between two moments. Titles, places and people are left where they are. */
import ICAL from "ical.js";
import { addDays, type Day, type Instant } from "#kernel/day.ts";
import { type ClockTime, dayStart, instantAt } from "#kernel/zoned.ts";

export type BusyTime = { readonly startsAt: Instant; readonly endsAt: Instant };
export type BusyAsked = {
  readonly text: string;
  readonly from: Instant;
  readonly until: Instant;
  /** Of hours that say no zone, and of whole days. */
  readonly timeZone: string;
};

/** More than a full diary holds in the months that are read. */
const MOST = 3_000;
/** Occurrences looked at of one event that comes back: each day of thirty years. */
const MOST_OCCURRENCES = 11_000;

export function busyTimes({ text, from, until, timeZone }: BusyAsked): BusyTime[] {
  const calendar = new ICAL.Component(ICAL.parse(text.replace(/^\uFEFF/, "")));
  const found: BusyTime[] = [];
  const keep = (start: ICAL.Time, end: ICAL.Time, zone = timeZone): void => {
    const [startsAt, endsAt] = [momentOf(start, zone), momentOf(end, zone)];
    if (endsAt > from && startsAt < until && endsAt > startsAt && found.length < MOST) found.push({ startsAt, endsAt });
  };
  const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  const masters = new Map(events.filter((event) => !event.isRecurrenceException()).map((event) => [event.uid, event]));
  for (const exception of events.filter((event) => event.isRecurrenceException())) {
    const master = masters.get(exception.uid);
    if (master === undefined) {
      if (takes(exception)) keep(exception.startDate, exception.endDate, zoneOf(exception, timeZone));
    } else master.relateException(exception);
  }
  for (const event of masters.values()) {
    const zone = zoneOf(event, timeZone);
    if (!event.isRecurring()) {
      if (takes(event)) keep(event.startDate, event.endDate, zone);
      continue;
    }
    const occurrences = event.iterator();
    for (let turn = 0; turn < MOST_OCCURRENCES; turn++) {
      const occurrence = occurrences.next();
      if (!occurrence) break;
      if (momentOf(occurrence, zone) >= until) break;
      const { item, startDate, endDate } = event.getOccurrenceDetails(occurrence);
      if (takes(item)) keep(startDate, endDate, zone);
    }
  }
  for (const component of calendar.getAllSubcomponents("vfreebusy")) {
    for (const property of component.getAllProperties("freebusy")) {
      if (String(property.getParameter("fbtype") ?? "BUSY").toUpperCase() === "FREE") continue;
      for (const period of property.getValues() as ICAL.Period[]) keep(period.start, period.getEnd());
    }
  }
  return joined(found);
}

/** An event that was cancelled, or that says it leaves one free, takes nobody's time. */
function takes({ component }: ICAL.Event): boolean {
  const said = (name: string) => String(component.getFirstPropertyValue(name) ?? "").toUpperCase();
  return said("status") !== "CANCELLED" && said("transp") !== "TRANSPARENT";
}

/** A moment: of a whole day, its midnight there; of an hour whose zone the diary does not describe, that hour there. */
function momentOf(time: ICAL.Time, timeZone: string): Instant {
  const two = (value: number, length = 2) => String(value).padStart(length, "0");
  const day = `${two(time.year, 4)}-${two(time.month)}-${two(time.day)}` as Day;
  if (time.isDate) return dayStart(day, timeZone);
  const zone = time.zone;
  const known = zone !== null && zone !== ICAL.Timezone.localTimezone && zone.tzid !== "floating";
  if (known) return new Date(time.toUnixTime() * 1000).toISOString() as Instant;
  const hour = time.hour === 24 ? 0 : time.hour;
  return instantAt(time.hour === 24 ? addDays(day, 1) : day, `${two(hour)}:${two(time.minute)}` as ClockTime, timeZone);
}

/** The zone that an event names without describing it, when it is one that everybody knows. */
function zoneOf({ component }: ICAL.Event, otherwise: string): string {
  const name = component.getFirstProperty("dtstart")?.getParameter("tzid");
  if (typeof name !== "string") return otherwise;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return otherwise;
  }
}

/** In order, those that touch as one. */
function joined(times: readonly BusyTime[]): BusyTime[] {
  const ordered = [...times].sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
  const kept: BusyTime[] = [];
  for (const time of ordered) {
    const last = kept.at(-1);
    if (last === undefined || time.startsAt > last.endsAt) kept.push(time);
    else if (time.endsAt > last.endsAt) kept[kept.length - 1] = { ...last, endsAt: time.endsAt };
  }
  return kept;
}
