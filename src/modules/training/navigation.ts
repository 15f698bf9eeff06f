import type { NavigationEntry } from "#ui/navigation.ts";

export const trainingNavigation: readonly NavigationEntry[] = [
  {
    key: "training",
    href: (slug) => `/${slug}/formations`,
    icon: "people",
    words: { fr: "Formations partagées", en: "Shared training" },
    section: "network",
    houses: ["network"],
    visible: () => true,
    within: "workgroups",
  },
];
