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

/** What the cooperative answered to somebody who asked to be forgotten and is still there. */
export const ERASURE_ANSWERED: Topic = {
  key: "privacy.request.answered",
  kind: "news",
  heading: {
    key: "privacy.answers",
    words: { fr: "Réponse à votre demande d’effacement", en: "Answer to your request" },
  },
  words: {
    fr: { sentence: "{actor} a répondu à votre demande d’effacement.", action: "Lire" },
    en: { sentence: "{actor} answered your request of erasure.", action: "Read" },
  },
};

export const privacyTopics: readonly Topic[] = [ASKED_AGAIN, TO_ANSWER, ERASURE_ANSWERED];
