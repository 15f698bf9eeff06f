/** What privacy tells people of. Pure. */
import type { Heading, Topic } from "#kernel/topic.ts";

const REQUESTS: Heading = {
  key: "privacy.requests",
  words: { fr: "Demandes d’effacement à traiter", en: "Erasure requests to answer" },
  staffOnly: true,
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

export const privacyTopics: readonly Topic[] = [TO_ANSWER];
