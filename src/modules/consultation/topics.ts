/** What consultations tell people of. Pure. */
import type { Heading, Topic } from "#kernel/topic.ts";

const CALL: Heading = {
  key: "consultation.call",
  words: { fr: "Les consultations auxquelles répondre", en: "Consultations to answer" },
  urgent: true,
};
const NEWS: Heading = {
  key: "consultation.news",
  words: { fr: "Les résultats des consultations", en: "Results of consultations" },
};
const EVENT: Heading = {
  key: "consultation.event",
  words: { fr: "Les événements du réseau", en: "Events of the network" },
};

export const ANSWER_CALLED: Topic = {
  key: "consultation.answer.called",
  kind: "yours",
  heading: CALL,
  words: {
    fr: {
      sentence: "{structure} est consultée : « {title} ».",
      detail: "{phase}, jusqu’au {day}.",
      action: "Répondre",
    },
    en: { sentence: "{structure} is asked: “{title}”.", detail: "{phase}, until {day}.", action: "Answer" },
  },
};
export const ANSWER_RECALLED: Topic = {
  key: "consultation.answer.recalled",
  kind: "yours",
  heading: CALL,
  words: {
    fr: {
      sentence: "Rappel : la réponse de {structure} est attendue, « {title} ».",
      detail: "{phase}, jusqu’au {day}.",
      action: "Répondre",
    },
    en: {
      sentence: "Reminder: the answer of {structure} is awaited, “{title}”.",
      detail: "{phase}, until {day}.",
      action: "Answer",
    },
  },
};
export const RESULTS_READY: Topic = {
  key: "consultation.results.ready",
  kind: "news",
  heading: NEWS,
  words: {
    fr: { sentence: "« {title} » : la phase « {phase} » est close.", action: "Lire les résultats" },
    en: { sentence: "“{title}”: the phase “{phase}” is closed.", action: "Read the results" },
  },
};
export const EVENT_CALLED: Topic = {
  key: "consultation.event.called",
  kind: "news",
  heading: EVENT,
  words: {
    fr: { sentence: "« {title} », le {day}, {place}.", action: "Voir et s’inscrire" },
    en: { sentence: "“{title}”, on {day}, {place}.", action: "See and register" },
  },
};
export const EVENT_CANCELLED: Topic = {
  key: "consultation.event.cancelled",
  kind: "news",
  heading: EVENT,
  words: {
    fr: { sentence: "« {title} » n’aura pas lieu.", action: "Voir l’événement" },
    en: { sentence: "“{title}” will not take place.", action: "See the event" },
  },
};

export const consultationTopics: readonly Topic[] = [
  ...[ANSWER_CALLED, ANSWER_RECALLED, RESULTS_READY, EVENT_CALLED, EVENT_CANCELLED],
];
