import { addDays, type Day, type Instant, type Month, toDay, weekdayOf } from "#kernel/day.ts";

/** The first day of the story. */
export const STORY_START = toDay("2025-09-01");

/** That day at that time, in hours and minutes of UTC: from 7 to 16, the same day in Paris all year. */
export function at(day: Day, hour: number, minute = 0): Instant {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${day}T${two(hour)}:${two(minute)}:00.000Z` as Instant;
}

/** 0 is Monday, 6 is Sunday. */
export function weekday(day: Day): number {
  return weekdayOf(day) - 1;
}

/** That day, or the Monday after when people rest. */
export function workingDay(day: Day): Day {
  const rank = weekday(day);
  return rank < 5 ? day : addDays(day, 7 - rank);
}

/** The working day before, or that day. */
export function workingDayBefore(day: Day): Day {
  const rank = weekday(day);
  return rank < 5 ? day : addDays(day, 4 - rank);
}

/** The next working day. */
export function nextWorkingDay(day: Day): Day {
  return workingDay(addDays(day, 1));
}

/** That day of a month; the 28th for a later one, so that every month has it. */
export function dayOfMonth(month: Month, number: number): Day {
  return toDay(`${month}-${String(Math.min(number, 28)).padStart(2, "0")}`);
}
