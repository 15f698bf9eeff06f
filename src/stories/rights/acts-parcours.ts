/** Acts on those who would like to join, and on their meetings. */
import { type ActLine, CHIEFS, of, SUPPORT } from "./act-line.ts";

const chiefly = of(CHIEFS, "none");
const supported = of(SUPPORT, "activity");
const supportedAnywhere = of(SUPPORT, "none");

const candidate = { firstName: "Maxime", lastName: "Candidat", email: "candidat@histoires.example" };
const meeting = { startsAt: "18h", minutes: "60", place: "Ici", seats: "9", published: "oui" };

export const PARCOURS_ACTS: Readonly<Record<string, ActLine>> = {
  "parcours.intake.save": of(
    CHIEFS,
    "none",
    "refused",
  )(() => ({ version: 9, open: "oui", consentFrench: "Accord", refusalReasons: "" })),
  "parcours.informationMeeting.save": supportedAnywhere((_, heldOn) => ({ ...meeting, heldOn })),
  "parcours.informationMeeting.save (again)": supportedAnywhere(({ meetingId }, heldOn) => ({
    ...{ meetingId, version: 1, ...meeting, heldOn },
  })),
  "parcours.informationMeeting.cancel": chiefly(({ meetingId }) => ({ meetingId })),
  "parcours.informationMeeting.noteAttendance": of(
    SUPPORT,
    "none",
    "refused",
  )(({ meetingId }) => ({ meetingId, lines: [] })),
  "parcours.registration.add": supported(({ meetingId, candidateId }) => ({ meetingId, candidateId })),
  "parcours.candidate.add": supportedAnywhere(() => candidate),
  "parcours.candidate.update": supported(({ candidateId }) => ({ candidateId, version: 2, ...candidate })),
  "parcours.candidate.assign": supported(({ candidateId }) => ({ candidateId, followerId: "" })),
  "parcours.candidate.accept": supported(({ candidateId }) => ({ candidateId, reason: "" })),
  "parcours.candidate.refuse": supported(({ candidateId }) => ({ candidateId, reason: "Projet à mûrir" })),
  "parcours.candidate.abandon": supported(({ candidateId }) => ({ candidateId })),
  "parcours.candidate.reopen": of(SUPPORT, "activity", "refused")(({ candidateId }) => ({ candidateId })),
  "parcours.candidate.merge": of(
    SUPPORT,
    "activity",
    "refused",
  )(({ candidateId }) => ({ candidateId, otherId: candidateId })),
  "parcours.candidate.convert": of(SUPPORT, "activity", "refused")(({ candidateId }) => ({ candidateId })),
  "parcours.candidate.attach": supported(({ candidateId, personId }) => ({ candidateId, personId })),
  "parcours.interview.plan": of(
    SUPPORT,
    "activity",
    "refused",
  )(({ candidateId, personId }) => ({ candidateId, personId, heldOn: "2020-01-01" })),
  "parcours.interview.hold": of(
    SUPPORT,
    "activity",
    "refused",
  )(({ candidateId, personId }) => ({ candidateId, personId, heldOn: "2150-01-01", privacy: "team" })),
  "parcours.interview.cancel": of(
    SUPPORT,
    "activity",
    "refused",
  )(({ candidateId, personId }) => ({ candidateId, interviewId: personId })),
  "parcours.interview.rewrite": of(
    SUPPORT,
    "activity",
    "refused",
  )(({ candidateId, personId }) => ({ candidateId, interviewId: personId, privacy: "team" })),
};
