import { dayIn } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { timeIn } from "#kernel/zoned.ts";
import { personNames } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { listMeetings, meetingsNamed } from "../meeting/meeting.store.ts";
import { hasBegun, type MeetingId } from "../meeting/meeting.ts";
import { audiencesOf } from "../meeting/meeting-rows.store.ts";
import { mayAnswer, mayWithdraw } from "./proposal.policy.ts";
import { commentsOf, eventsOf, supportersOf } from "./proposal.store.ts";
import { isOpen, type Proposal } from "./proposal.ts";

const MOST = 50;

/** All that is known of a proposal. The name of a meeting of the team stays the team's. */
export async function proposalDetail(reader: Reader, proposal: Proposal) {
  const { tx, actor, organizationId, now, timeZone } = reader;
  const [events, comments, supporters] = [
    await eventsOf(tx, organizationId, proposal.id),
    await commentsOf(tx, organizationId, proposal.id),
    await supportersOf(tx, organizationId, proposal.id),
  ];
  const people = [proposal.filedBy, ...events.map(({ by }) => by), ...comments.map(({ writtenBy }) => writtenBy)];
  const names = await personNames(tx, organizationId, [...new Set<PersonId>(people)]);
  const audiences = audiencesOf(reader);
  const meetings = await meetingsNamed(
    tx,
    organizationId,
    events.flatMap(({ meetingId }) => meetingId ?? []),
  );
  const meetingOf = (id: MeetingId | null) => {
    const meeting = id === null ? undefined : meetings.get(id);
    if (meeting === undefined) return null;
    return audiences.includes(meeting.audience)
      ? { id: meeting.id as string, title: meeting.title }
      : { id: null, title: null };
  };
  const answers = mayAnswer(actor) === null;
  const placed = proposal.meetingId === null ? undefined : meetings.get(proposal.meetingId);
  const coming = { now, when: "coming" as const, audiences, limit: MOST };
  const choices = answers ? await listMeetings(tx, organizationId, coming) : [];
  return {
    id: proposal.id as string,
    title: proposal.title,
    body: proposal.body,
    why: proposal.why,
    status: proposal.status,
    open: isOpen(proposal.status),
    by: names.get(proposal.filedBy) ?? "",
    on: dayIn(proposal.filedAt, timeZone),
    supports: supporters.length,
    mine: supporters.includes(actor.personId),
    answers,
    withdraws: mayWithdraw(actor, proposal) === null,
    decidable: placed !== undefined && hasBegun(placed, now),
    meetings: choices
      .filter(({ cancelledAt }) => cancelledAt === null)
      .map(({ id, title, startsAt }) => ({
        ...{ value: id as string, title, day: dayIn(startsAt, timeZone), time: timeIn(startsAt, timeZone) },
      })),
    comments: comments.map(({ body, writtenAt, writtenBy }, rank) => ({
      ...{ key: String(rank), body, by: names.get(writtenBy) ?? "", on: dayIn(writtenAt, timeZone) },
    })),
    events: events.map(({ kind, meetingId, reason, amended, votes, at, by }, rank) => {
      const meeting = meetingOf(meetingId);
      // Why a meeting of the team was cancelled is the team's, as its title is.
      const said = kind === "remove" && meeting?.id === null ? "" : reason;
      return {
        ...{ key: String(rank), kind, reason: said, amended, votes, meeting },
        ...{ on: dayIn(at, timeZone), by: names.get(by) ?? "" },
      };
    }),
  };
}
export type ProposalDetail = Awaited<ReturnType<typeof proposalDetail>>;
