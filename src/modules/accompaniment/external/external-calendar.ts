/** The diary that an adviser keeps elsewhere: what is known of it, and when it is asked again. Pure. */
import type { Instant } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";

export type ExternalCalendarId = Id<"externalCalendar">;

/** Why the last reading told nothing. "key": the instance lost the key that the address was encrypted under. */
export const FAULTS = ["unreachable", "refused", "tooLarge", "notCalendar", "tooSlow", "private", "key"] as const;
export type CalendarFault = (typeof FAULTS)[number];

export type ExternalCalendar = {
  readonly id: ExternalCalendarId;
  readonly personId: PersonId;
  readonly host: string;
  readonly readAt: Instant | null;
  readonly askedAt: Instant | null;
  readonly fault: CalendarFault | null;
};

const HOUR_MS = 3_600_000;

/** The next reading: within the next hour, at a minute of its own, so that all diaries are not asked at once. */
export function nextReading(id: ExternalCalendarId, now: Instant): Instant {
  const minute = 5 + (Number.parseInt(id.slice(-4), 16) % 50);
  const hour = Math.floor(Date.parse(now) / HOUR_MS) + 1;
  return new Date(hour * HOUR_MS + minute * 60_000).toISOString() as Instant;
}
