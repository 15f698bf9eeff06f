import type { SharedPages } from "#ui/shared-pages.ts";

/** The pages of what structures put together, whichever module brings them: they stand side by side. */
export const POOLING_PAGES: SharedPages = {
  label: { fr: "Groupes de travail", en: "Working groups" },
  pages: [
    { path: "groupes-de-travail", words: { fr: "Groupes", en: "Groups" } },
    { path: "besoins-et-offres", words: { fr: "Besoins et offres", en: "Needs and offers" } },
    { path: "formations", words: { fr: "Formations", en: "Training" } },
  ],
};

/** The pages of cooperation in a network, whichever module brings them: they stand side by side. */
export const COOPERATION_PAGES: SharedPages = {
  label: { fr: "Coopération", en: "Cooperation" },
  pages: [
    { path: "cooperation", end: true, words: { fr: "Projets", en: "Projects" } },
    { path: "cooperation/grilles", words: { fr: "Grilles", en: "Grids" } },
    { path: "conventions-d-objectifs", words: { fr: "Conventions d’objectifs", en: "Agreements of objectives" } },
    { path: "reponses-communes", words: { fr: "Réponses communes", en: "Joint bids" } },
  ],
};
