/** What cooperation grids tell people of. Pure. */
import type { Heading, Topic } from "#kernel/topic.ts";

const RATING: Heading = {
  key: "grid.rating",
  words: { fr: "Les projets que j’apprécie", en: "The projects that I rate" },
  urgent: true,
};

export const RATING_ASKED: Topic = {
  key: "grid.rating.asked",
  kind: "news",
  heading: RATING,
  words: {
    fr: { sentence: "{actor} vous demande d’apprécier « {project} ».", action: "Apprécier" },
    en: { sentence: "{actor} asks you to rate “{project}”.", action: "Rate" },
  },
};
export const COMPARISON_OPEN: Topic = {
  key: "grid.comparison.open",
  kind: "news",
  heading: RATING,
  words: {
    fr: { sentence: "La comparaison de « {project} » est ouverte.", action: "Voir la carte des écarts" },
    en: { sentence: "The comparison of “{project}” is open.", action: "See the divergence map" },
  },
};

export const gridTopics: readonly Topic[] = [RATING_ASKED, COMPARISON_OPEN];
