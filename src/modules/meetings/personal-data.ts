import type { PersonalTable } from "#kernel/personal-data.ts";

/** Which tables of meetings speak of somebody: what they said under their name, and whether they came. */
export const meetingsPersonalData: readonly PersonalTable[] = [
  { table: "meetings.proposal", of: "filed_by", words: { fr: "Propositions", en: "Proposals" } },
  { table: "meetings.proposal_comment", of: "written_by", words: { fr: "Commentaires", en: "Comments" } },
  {
    table: "meetings.proposal_support",
    of: "person_id",
    words: { fr: "Propositions soutenues", en: "Proposals supported" },
  },
  { table: "meetings.presence", of: "person_id", words: { fr: "Réunions coopératives", en: "Cooperative meetings" } },
  { table: "meetings.meeting", not: "nobody" },
  { table: "meetings.minutes", not: "nobody" },
  { table: "meetings.proposal_event", not: "nobody" },
];
