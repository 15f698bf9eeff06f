import type { NavigationEntry } from "#ui/navigation.ts";

export const privacyNavigation: readonly NavigationEntry[] = [
  {
    key: "privacy",
    href: (slug) => `/${slug}/reglages/donnees/acces`,
    icon: "people",
    words: { fr: "Protection des données", en: "Data protection" },
    section: "direction",
    visible: (actor) => actor.generalRoles.has("direction") || actor.generalRoles.has("administrator"),
  },
];
