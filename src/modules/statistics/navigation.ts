import { holds, type NavigationEntry } from "#ui/navigation.ts";

export const statisticsNavigation: readonly NavigationEntry[] = [
  {
    key: "statistics",
    href: (slug) => `/${slug}/statistiques`,
    icon: "steering",
    words: { fr: "Statistiques", en: "Statistics" },
    section: "accompaniment",
    visible: (actor) => holds(actor, ["accompagnateur", "payroll", "direction", "administrator"]),
  },
];
