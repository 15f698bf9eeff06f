import { dayIn } from "#kernel/day.ts";
import { personNames } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { minutesOf } from "../minutes/minutes.store.ts";
import { presencesOf } from "../presence/presence.store.ts";
import { proposalsOfMeeting } from "../proposal/proposal.store.ts";
import { mayConvene } from "./meeting.policy.ts";
import { hasBegun, type Meeting } from "./meeting.ts";
import { meetingRows } from "./meeting-rows.store.ts";

/** A meeting as its reader may know it: names of those who came are the team's until the minutes are published. */
export async function meetingDetail(reader: Reader, meeting: Meeting) {
  const { tx, actor, organizationId, now, timeZone } = reader;
  const [row] = await meetingRows(reader, [meeting]);
  const convenes = mayConvene(actor) === null;
  const minutes = await minutesOf(tx, organizationId, meeting.id);
  const presences = await presencesOf(tx, organizationId, meeting.id);
  const proposals = await proposalsOfMeeting(tx, organizationId, meeting.id);
  const named = convenes || minutes.length > 0 ? presences.filter(({ seen }) => seen !== null) : [];
  const names = await personNames(tx, organizationId, [
    ...named.map(({ personId }) => personId),
    ...minutes.map(({ publishedBy }) => publishedBy),
  ]);
  const namesOf = (seen: string) =>
    named
      .filter((one) => one.seen === seen)
      .map(({ personId }) => names.get(personId) ?? "")
      .sort((a, b) => a.localeCompare(b, "fr"));
  return {
    row,
    convenes,
    begun: hasBegun(meeting, now),
    link: meeting.link,
    agenda: meeting.agenda,
    cancelReason: meeting.cancelReason,
    answer: presences.find(({ personId }) => personId === actor.personId)?.answer ?? null,
    coming: presences.filter(({ answer }) => answer === "coming").length,
    present: namesOf("present"),
    excused: namesOf("excused"),
    minutes: minutes.map(({ version, body, publishedAt, publishedBy }) => ({
      ...{ version, body, on: dayIn(publishedAt, timeZone), by: names.get(publishedBy) ?? "" },
    })),
    proposals: proposals.map(({ id, title, status, supports }) => ({ id: id as string, title, status, supports })),
  };
}
export type MeetingDetail = Awaited<ReturnType<typeof meetingDetail>>;
