/** What shared training tells people of. Pure. */
import type { Heading, Topic } from "#kernel/topic.ts";

const TRAINING: Heading = { key: "training.news", words: { fr: "Les formations partagées", en: "Shared training" } };

export const RUN_PLANNED: Topic = {
  key: "training.run.planned",
  kind: "news",
  heading: TRAINING,
  words: {
    fr: { sentence: "Formation « {title} » le {day} : des places sont à réserver.", action: "Voir la session" },
    en: { sentence: "Training “{title}” on {day}: there are seats to book.", action: "See the session" },
  },
};
export const RUN_CANCELLED: Topic = {
  key: "training.run.cancelled",
  kind: "news",
  heading: TRAINING,
  words: {
    fr: { sentence: "La formation « {title} » du {day} est annulée.", action: "Voir pourquoi" },
    en: { sentence: "The training “{title}” of {day} is cancelled.", action: "See why" },
  },
};
export const RUN_SETTLED: Topic = {
  key: "training.run.settled",
  kind: "news",
  heading: TRAINING,
  words: {
    fr: { sentence: "Le coût de la formation « {title} » du {day} est réparti.", action: "Voir votre part" },
    en: { sentence: "The cost of the training “{title}” of {day} is shared out.", action: "See your share" },
  },
};

export const trainingTopics: readonly Topic[] = [RUN_PLANNED, RUN_CANCELLED, RUN_SETTLED];
