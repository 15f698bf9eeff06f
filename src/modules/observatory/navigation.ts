import type { NavigationEntry } from "#ui/navigation.ts";

export const observatoryNavigation: readonly NavigationEntry[] = [
  {
    key: "observatory",
    href: (slug) => `/${slug}/observatoire`,
    icon: "steering",
    words: { fr: "Observatoire", en: "Observatory" },
    section: "network",
    visible: (actor) => actor.generalRoles.has("direction") || actor.generalRoles.has("administrator"),
  },
  {
    key: "figures",
    href: (slug) => `/${slug}/chiffres`,
    icon: "steering",
    words: { fr: "Observatoire", en: "Observatory" },
    section: "network",
    houses: ["network"],
    visible: () => true,
  },
];
