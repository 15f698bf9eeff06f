import type { NavigationEntry, ThingTab } from "#ui/navigation.ts";
import { en } from "./erasure/erasure.en.ts";
import { fr } from "./erasure/erasure.fr.ts";

export const privacyNavigation: readonly NavigationEntry[] = [
  {
    key: "privacy",
    href: (slug) => `/${slug}/reglages/donnees`,
    icon: "people",
    words: { fr: "Protection des données", en: "Data protection" },
    section: "direction",
    visible: (actor) => actor.generalRoles.has("direction") || actor.generalRoles.has("administrator"),
  },
];

export const privacyTabs: readonly ThingTab[] = [
  {
    thing: "person",
    key: "data",
    path: "donnees",
    words: { fr: fr.tab, en: en.tab },
    visible: (actor) => actor.generalRoles.has("direction") || actor.generalRoles.has("administrator"),
  },
];
