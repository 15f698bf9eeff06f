/** When somebody is taken elsewhere, day by day of a week there. Pure. */
import { addDays, type Day, type Instant } from "#kernel/day.ts";
import { type ClockTime, dayStart, timeIn } from "#kernel/zoned.ts";

export type BusyDay = {
  readonly day: Day;
  readonly from: ClockTime;
  readonly until: ClockTime;
  readonly whole: boolean;
};

const MIDNIGHT = "00:00" as ClockTime;

export function busyDays(
  times: readonly { readonly startsAt: Instant; readonly endsAt: Instant }[],
  monday: Day,
  timeZone: string,
): BusyDay[] {
  return Array.from({ length: 7 }, (_, rank) => addDays(monday, rank)).flatMap((day) => {
    const [start, end] = [day, addDays(day, 1)].map((one) => dayStart(one, timeZone)) as [Instant, Instant];
    return times
      .filter(({ startsAt, endsAt }) => startsAt < end && endsAt > start)
      .map(({ startsAt, endsAt }) => ({
        day,
        from: startsAt <= start ? MIDNIGHT : timeIn(startsAt, timeZone),
        until: endsAt >= end ? MIDNIGHT : timeIn(endsAt, timeZone),
        whole: startsAt <= start && endsAt >= end,
      }));
  });
}
