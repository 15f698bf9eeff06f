/** A meeting where a cooperative tells what it is to those who think of joining. */
import type { Day, Instant } from "#kernel/day.ts";
import { type ClockTime, instantAt } from "#kernel/zoned.ts";
import type { InformationMeetingId } from "../tables.ts";

export type InformationMeeting = {
  readonly meetingId: InformationMeetingId;
  readonly heldOn: Day;
  /** "18:30", by the clock of the cooperative. */
  readonly startsAt: ClockTime;
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

/** Whether somebody may still register: it is shown, stands, and has not begun. */
export function isOpenTo(
  meeting: Pick<InformationMeeting, "published" | "cancelled" | "heldOn" | "startsAt">,
  now: Instant,
  timeZone: string,
): boolean {
  return meeting.published && !meeting.cancelled && instantAt(meeting.heldOn, meeting.startsAt, timeZone) > now;
}
