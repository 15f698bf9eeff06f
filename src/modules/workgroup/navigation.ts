import type { NavigationEntry } from "#ui/navigation.ts";

export const workgroupNavigation: readonly NavigationEntry[] = [
  {
    key: "workgroups",
    href: (slug) => `/${slug}/groupes-de-travail`,
    icon: "people",
    words: { fr: "Groupes de travail", en: "Working groups" },
    section: "network",
    houses: ["network"],
    visible: () => true,
  },
  {
    key: "matrix",
    href: (slug) => `/${slug}/besoins-et-offres`,
    icon: "catalogue",
    words: { fr: "Besoins et offres", en: "Needs and offers" },
    section: "network",
    houses: ["network"],
    visible: () => true,
    within: "workgroups",
  },
];
