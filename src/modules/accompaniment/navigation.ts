import { holds, type NavigationEntry } from "#ui/navigation.ts";

export const accompanimentNavigation: readonly NavigationEntry[] = [
  {
    key: "deadlines",
    href: (slug) => `/${slug}/echeances`,
    icon: "calendar",
    words: { fr: "Échéances", en: "Deadlines" },
    section: "support",
    visible: (actor) => holds(actor, ["accompagnateur", "payroll", "direction", "administrator"]),
    letter: "h",
  },
];
