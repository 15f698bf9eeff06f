import type { NavigationEntry } from "#ui/navigation.ts";

export const bidNavigation: readonly NavigationEntry[] = [
  {
    key: "bids",
    href: (slug) => `/${slug}/reponses-communes`,
    icon: "quote",
    words: { fr: "Réponses communes", en: "Joint bids" },
    section: "network",
    visible: () => true,
  },
  {
    key: "networkBids",
    href: (slug) => `/${slug}/reponses-communes`,
    icon: "quote",
    words: { fr: "Réponses communes", en: "Joint bids" },
    section: "network",
    houses: ["network"],
    visible: () => true,
    within: "cooperation",
  },
];
