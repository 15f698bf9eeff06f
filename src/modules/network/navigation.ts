import { type CreationEntry, holds, type NavigationEntry } from "#ui/navigation.ts";

export const networkNavigation: readonly NavigationEntry[] = [
  {
    key: "structures",
    href: (slug) => `/${slug}/structures`,
    icon: "places",
    words: { fr: "Annuaire", en: "Directory" },
    section: "network",
    houses: ["network"],
    visible: () => true,
    mobile: true,
  },
];

export const networkCreations: readonly CreationEntry[] = [
  {
    key: "structure",
    href: (slug) => `/${slug}/structures/nouvelle`,
    icon: "places",
    words: { fr: "Une structure", en: "A structure" },
    houses: ["network"],
    visible: (actor) => holds(actor, ["direction", "administrator", "facilitator"]),
  },
];
