import type { NavigationEntry } from "#ui/navigation.ts";

export const consultationNavigation: readonly NavigationEntry[] = [
  {
    key: "consultations",
    href: (slug) => `/${slug}/consultations`,
    icon: "vote",
    words: { fr: "Consultations", en: "Consultations" },
    section: "network",
    houses: ["network"],
    visible: () => true,
  },
];
