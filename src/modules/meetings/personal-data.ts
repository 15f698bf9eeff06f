import { inWords, type PersonalTable } from "#kernel/personal-data.ts";
import { en as meetingEn } from "./meeting/meeting.en.ts";
import { fr as meetingFr } from "./meeting/meeting.fr.ts";
import { en as proposalEn } from "./proposal/proposal.en.ts";
import { fr as proposalFr } from "./proposal/proposal.fr.ts";

/** Which tables of meetings speak of somebody: what they said under their name, and whether they came. */
export const meetingsPersonalData: readonly PersonalTable[] = [
  {
    table: "meetings.proposal",
    say: inWords({ fr: { status: proposalFr.statuses }, en: { status: proposalEn.statuses } }),
    of: "filed_by",
    words: { fr: "Propositions", en: "Proposals" },
  },
  { table: "meetings.proposal_comment", of: "written_by", words: { fr: "Commentaires", en: "Comments" } },
  {
    table: "meetings.proposal_support",
    of: "person_id",
    words: { fr: "Propositions soutenues", en: "Proposals supported" },
  },
  {
    table: "meetings.presence",
    say: inWords({
      fr: { answer: meetingFr.answers, seen: meetingFr.seens },
      en: { answer: meetingEn.answers, seen: meetingEn.seens },
    }),
    of: "person_id",
    words: { fr: "Réunions coopératives", en: "Cooperative meetings" },
  },
  { table: "meetings.meeting", not: "nobody" },
  { table: "meetings.minutes", not: "nobody" },
  { table: "meetings.proposal_event", not: "nobody" },
];
