import type { NavigationEntry } from "#ui/navigation.ts";

export const objectivesNavigation: readonly NavigationEntry[] = [
  {
    key: "conventions",
    href: (slug) => `/${slug}/conventions-d-objectifs`,
    icon: "documents",
    words: { fr: "Conventions d’objectifs", en: "Agreements of objectives" },
    section: "network",
    houses: ["network"],
    visible: () => true,
    within: "cooperation",
  },
];
