/** Who may do each act of cooperative meetings, with an example: a growing list. */
import { type ActLine, of, PAY, SUPPORT } from "./act-line.ts";

const EVERYBODY = ["entrepreneur", "scoped", "accountant", ...PAY] as const;
const open = of(EVERYBODY, "none");
const called = of(SUPPORT, "none");
/** The meeting is to come: its own tests wait for its hour. */
const calledLater = of(SUPPORT, "none", "refused");
const MOMENT = { time: "23:59", duration: "60" };
const WORDS = { title: "Réunion de rentrée", place: "Grande salle" };

export const MEETINGS_ACTS: Readonly<Record<string, ActLine>> = {
  "meetings.meeting.announce": called((_, day) => ({ ...MOMENT, ...WORDS, audience: "everybody", day })),
  "meetings.meeting.update": called(({ cooperativeMeetingId: meetingId }, day) => ({
    ...{ ...MOMENT, ...WORDS, meetingId, version: 1, day },
  })),
  "meetings.meeting.cancel": called(({ cooperativeMeetingId: meetingId }) => ({ meetingId, reason: "Salle fermée" })),
  "meetings.presence.answer": open(({ cooperativeMeetingId: meetingId }) => ({ meetingId, answer: "coming" })),
  "meetings.presence.note": calledLater(({ cooperativeMeetingId: meetingId, accompaniedId: personId }) => ({
    ...{ meetingId, personId, seen: "present" },
  })),
  "meetings.minutes.draft": calledLater(({ cooperativeMeetingId: meetingId }) => ({ meetingId, body: "Dit." })),
  "meetings.minutes.publish": calledLater(({ cooperativeMeetingId: meetingId }) => ({ meetingId, body: "Dit." })),
  "meetings.proposal.file": open(() => ({ title: "Un four partagé", body: "L’acheter à plusieurs." })),
  "meetings.proposal.support": open(({ proposalId }) => ({ proposalId })),
  "meetings.proposal.comment": open(({ proposalId }) => ({ proposalId, body: "Bonne idée." })),
  "meetings.proposal.place": called(({ proposalId, cooperativeMeetingId: meetingId }) => ({ proposalId, meetingId })),
  "meetings.proposal.remove": calledLater(({ proposalId }) => ({ proposalId })),
  "meetings.proposal.decide": calledLater(({ proposalId }) => ({ proposalId, outcome: "adopt", reason: "Utile." })),
  // Its author alone, and nobody here is: its own tests play it.
  "meetings.proposal.withdraw": of([], "none")(({ proposalId }) => ({ proposalId })),
};
