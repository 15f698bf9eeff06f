import type { NavigationEntry } from "#ui/navigation.ts";

export const consultationNavigation: readonly NavigationEntry[] = [
  {
    key: "consultations",
    href: (slug) => `/${slug}/consultations`,
    icon: "vote",
    words: { fr: "Consultations", en: "Consultations" },
    short: { fr: "Consulter", en: "Consult" },
    section: "network",
    houses: ["network"],
    visible: () => true,
  },
  {
    key: "networkEvents",
    href: (slug) => `/${slug}/evenements`,
    icon: "calendar",
    words: { fr: "Événements", en: "Events" },
    section: "network",
    houses: ["network"],
    visible: () => true,
    within: "consultations",
  },
  {
    key: "roadmaps",
    href: (slug) => `/${slug}/feuilles-de-route`,
    icon: "steering",
    words: { fr: "Feuilles de route", en: "Roadmaps" },
    section: "network",
    houses: ["network"],
    visible: () => true,
    within: "consultations",
  },
];
