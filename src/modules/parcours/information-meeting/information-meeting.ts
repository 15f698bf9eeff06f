/** A meeting where a cooperative tells what it is to those who think of joining. */
import type { Day, Instant } from "#kernel/day.ts";
import type { InformationMeetingId } from "../tables.ts";

export type InformationMeeting = {
  readonly meetingId: InformationMeetingId;
  readonly heldOn: Day;
  /** "18:30", by the clock of the cooperative. */
  readonly startsAt: string;
  readonly minutes: number;
  readonly place: string;
  readonly link: string;
  readonly seats: number;
  readonly notes: string;
  readonly published: boolean;
  readonly cancelled: boolean;
  /** Registrations that stand. */
  readonly taken: number;
  readonly version: number;
};

export function seatsLeft({ seats, taken }: Pick<InformationMeeting, "seats" | "taken">): number {
  return Math.max(0, seats - taken);
}

/** "18:30" or "18h30", "9h", "9:05": as "HH:MM"; null for what is no time. */
export function parseTime(text: string): string | null {
  const match = /^\s*(\d{1,2})\s*(?:[:hH.]\s*(\d{2})?)?\s*$/.exec(text);
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? "0")];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** The moment of a time by the clock of a place, summer time included. */
export function momentAt(day: Day, time: string, timeZone: string): Instant {
  const asUtc = Date.parse(`${day}T${time}:00.000Z`);
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const offsetAt = (moment: number) => {
    const part = Object.fromEntries(parts.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
    return Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:00.000Z`) - moment;
  };
  // The offset of a moment near the one that is sought, then the one of the moment itself: the clocks may change between.
  const near = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(near)).toISOString() as Instant;
}

/** Whether somebody may still register: it is shown, stands, and has not begun. */
export function isOpenTo(
  meeting: Pick<InformationMeeting, "published" | "cancelled" | "heldOn" | "startsAt">,
  now: Instant,
  timeZone: string,
): boolean {
  return meeting.published && !meeting.cancelled && momentAt(meeting.heldOn, meeting.startsAt, timeZone) > now;
}
