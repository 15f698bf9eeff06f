import type { PublicReader } from "#platform/http/public-tenant.ts";
import { comingMeetings } from "../information-meeting/information-meeting.store.ts";
import { isOpenTo, seatsLeft } from "../information-meeting/information-meeting.ts";
import type { PublicMeeting } from "./meeting-choice.view.tsx";

/** The meetings that anybody may choose from, with what anybody may know of them. */
export async function publicMeetings({
  tx,
  organizationId,
  today,
  now,
  timeZone,
}: PublicReader): Promise<PublicMeeting[]> {
  const coming = await comingMeetings(tx, organizationId, today);
  return coming
    .filter((meeting) => isOpenTo(meeting, now, timeZone))
    .map(({ meetingId, heldOn, startsAt, minutes, place, notes, seats, taken }) => ({
      meetingId,
      heldOn,
      startsAt,
      minutes,
      place,
      notes,
      left: seatsLeft({ seats, taken }),
    }));
}
