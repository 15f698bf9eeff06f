/** What meetings tell people of. Pure. */
import type { Heading, Topic } from "#kernel/topic.ts";

const MEETING: Heading = {
  key: "meetings.meeting",
  words: { fr: "Les réunions coopératives", en: "Cooperative meetings" },
};
const PROPOSAL: Heading = {
  key: "meetings.proposal",
  words: { fr: "Mes propositions, et celles que je soutiens", en: "My proposals, and those I support" },
};

const topic = (key: string, heading: Heading, fr: Topic["words"]["fr"], en: Topic["words"]["en"]): Topic => ({
  key: `meetings.${key}`,
  kind: "news",
  heading,
  words: { fr, en },
});

export const MEETING_ANNOUNCED = topic(
  "meeting.announced",
  MEETING,
  { sentence: "Réunion « {title} », le {day} à {time}.", action: "Voir la réunion" },
  { sentence: "Meeting “{title}”, on {day} at {time}.", action: "See the meeting" },
);
export const MEETING_MOVED = topic(
  "meeting.moved",
  MEETING,
  { sentence: "La réunion « {title} » change : le {day} à {time}.", action: "Voir la réunion" },
  { sentence: "The meeting “{title}” changes: on {day} at {time}.", action: "See the meeting" },
);
export const MEETING_CANCELLED = topic(
  "meeting.cancelled",
  MEETING,
  { sentence: "La réunion « {title} » n’aura pas lieu.", detail: "« {reason} »", action: "Voir la réunion" },
  { sentence: "The meeting “{title}” will not take place.", detail: "“{reason}”", action: "See the meeting" },
);
export const MINUTES_PUBLISHED = topic(
  "minutes.published",
  MEETING,
  { sentence: "Le compte rendu de « {title} » est publié.", action: "Le lire" },
  { sentence: "The minutes of “{title}” are published.", action: "Read them" },
);
export const PROPOSAL_PLACED = topic(
  "proposal.placed",
  PROPOSAL,
  { sentence: "« {title} » est à l’ordre du jour de « {meeting} ».", action: "Voir la proposition" },
  { sentence: "“{title}” is on the agenda of “{meeting}”.", action: "See the proposal" },
);
/** Of a meeting of the team, whose title is the team's. */
export const PROPOSAL_PLACED_IN_TEAM = topic(
  "proposal.placedInTeam",
  PROPOSAL,
  {
    sentence: "« {title} » est à l’ordre du jour d’une réunion de l’équipe d’appui.",
    action: "Voir la proposition",
  },
  { sentence: "“{title}” is on the agenda of a meeting of the support team.", action: "See the proposal" },
);
export const PROPOSAL_COMMENTED = topic(
  "proposal.commented",
  PROPOSAL,
  { sentence: "{actor} commente « {title} ».", action: "Lire le commentaire" },
  { sentence: "{actor} comments on “{title}”.", action: "Read the comment" },
);
export const PROPOSAL_ANSWERED = {
  adopt: topic(
    "proposal.adopted",
    PROPOSAL,
    { sentence: "« {title} » est adoptée.", detail: "« {reason} »", action: "Voir la suite donnée" },
    { sentence: "“{title}” is adopted.", detail: "“{reason}”", action: "See the outcome" },
  ),
  amend: topic(
    "proposal.amended",
    PROPOSAL,
    {
      sentence: "« {title} » est adoptée avec des changements.",
      detail: "« {reason} »",
      action: "Voir la suite donnée",
    },
    { sentence: "“{title}” is adopted with changes.", detail: "“{reason}”", action: "See the outcome" },
  ),
  refuse: topic(
    "proposal.refused",
    PROPOSAL,
    { sentence: "« {title} » n’est pas retenue.", detail: "« {reason} »", action: "Voir la suite donnée" },
    { sentence: "“{title}” is not retained.", detail: "“{reason}”", action: "See the outcome" },
  ),
  postpone: topic(
    "proposal.postponed",
    PROPOSAL,
    { sentence: "« {title} » est reportée.", detail: "« {reason} »", action: "Voir la suite donnée" },
    { sentence: "“{title}” is postponed.", detail: "“{reason}”", action: "See the outcome" },
  ),
} as const;

export const meetingsTopics: readonly Topic[] = [
  ...[MEETING_ANNOUNCED, MEETING_MOVED, MEETING_CANCELLED, MINUTES_PUBLISHED],
  ...[PROPOSAL_PLACED, PROPOSAL_PLACED_IN_TEAM, PROPOSAL_COMMENTED, ...Object.values(PROPOSAL_ANSWERED)],
];
