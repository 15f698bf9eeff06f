/** What privacy tells people of. Pure. */
import type { Heading, Topic } from "#kernel/topic.ts";

const REQUESTS: Heading = {
  key: "privacy.requests",
  words: { fr: "Demandes d’effacement à traiter", en: "Erasure requests to answer" },
  staffOnly: true,
};

const CONSENTS: Heading = {
  key: "privacy.consents",
  words: { fr: "Accords à redonner", en: "Consents to give again" },
};

/** The words of a consent changed since one agreed. */
export const ASKED_AGAIN: Topic = {
  key: "privacy.consent.again",
  kind: "counter",
  heading: CONSENTS,
  words: {
    fr: {
      sentence: "{count} textes ont changé : dites si vous êtes toujours d’accord",
      one: "Un texte a changé : dites si vous êtes toujours d’accord",
      action: "Lire",
    },
    en: {
      sentence: "{count} texts have changed: say whether you still agree",
      one: "A text has changed: say whether you still agree",
      action: "Read",
    },
  },
};

export const TO_ANSWER: Topic = {
  key: "privacy.request.waiting",
  kind: "counter",
  heading: REQUESTS,
  words: {
    fr: {
      sentence: "{count} demandes d’effacement à traiter",
      one: "1 demande d’effacement à traiter",
      action: "Traiter",
    },
    en: { sentence: "{count} erasure requests to answer", one: "1 erasure request to answer", action: "Answer" },
  },
};

export const privacyTopics: readonly Topic[] = [ASKED_AGAIN, TO_ANSWER];
