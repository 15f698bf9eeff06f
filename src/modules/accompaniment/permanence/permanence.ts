/** Permanences: an adviser receives in a town, each week or one day, in slots that people book by themselves. */
import { addDays, type Day, weekdayOf } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import type { ClockTime } from "#kernel/zoned.ts";

export type PermanenceId = Id<"permanence">;

export type Permanence = {
  readonly id: PermanenceId;
  readonly adviserId: PersonId;
  readonly town: string;
  readonly place: string;
  /** 1 Monday to 7 Sunday, each week; null: the one day that `fromDay` says. */
  readonly weekday: number | null;
  readonly fromDay: Day;
  readonly untilDay: Day;
  readonly starts: ClockTime;
  readonly ends: ClockTime;
  readonly slotMinutes: number;
};

export type Slot = { readonly day: Day; readonly time: ClockTime };

const minutesOf = (time: ClockTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): ClockTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}` as ClockTime;

/** The slots of a permanence between two days, both included; the last one ends with it at the latest. */
export function slotsOf(
  permanence: Omit<Permanence, "id" | "adviserId" | "town" | "place">,
  from: Day,
  until: Day,
): Slot[] {
  const { weekday, fromDay, untilDay, starts, ends, slotMinutes } = permanence;
  const slots: Slot[] = [];
  const [, first = from] = [from, fromDay].sort();
  const [last = until] = [until, untilDay].sort();
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (weekday !== null && weekdayOf(day) !== weekday) continue;
    for (let at = minutesOf(starts); at + slotMinutes <= minutesOf(ends); at += slotMinutes)
      slots.push({ day, time: timeOf(at) });
  }
  return slots;
}
