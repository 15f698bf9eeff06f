import { type Day, dayIn } from "#kernel/day.ts";
import { type ClockTime, timeIn } from "#kernel/zoned.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { withMinutes } from "../minutes/minutes.store.ts";
import { AUDIENCES, type Audience, isOver, type Meeting, type MeetingId } from "./meeting.ts";

/** A meeting in a list. */
export type MeetingRow = {
  readonly id: MeetingId;
  readonly title: string;
  readonly audience: Audience;
  readonly day: Day;
  readonly time: ClockTime;
  readonly duration: number;
  readonly place: string;
  readonly state: "cancelled" | "minutes" | "over" | "coming";
};

/** Those of the team are the team's. */
export const audiencesOf = ({ actor }: Pick<Reader, "actor">): readonly Audience[] =>
  AUDIENCES.filter((audience) => audience !== "team" || actor.grants.length > 0);

export async function meetingRows(
  { tx, organizationId, timeZone, now }: Reader,
  meetings: readonly Meeting[],
): Promise<MeetingRow[]> {
  const ids = meetings.map(({ id }) => id);
  const written = await withMinutes(tx, organizationId, ids);
  return meetings.map((meeting) => {
    const { id, title, audience, startsAt, duration, place, cancelledAt } = meeting;
    const past = isOver(meeting, now) ? "over" : "coming";
    return {
      ...{ id, title, audience, duration, place, day: dayIn(startsAt, timeZone), time: timeIn(startsAt, timeZone) },
      state: cancelledAt !== null ? "cancelled" : written.has(id) ? "minutes" : past,
    };
  });
}
