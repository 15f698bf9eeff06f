import type { NavigationEntry } from "#ui/navigation.ts";

export const gridNavigation: readonly NavigationEntry[] = [
  {
    key: "cooperation",
    href: (slug) => `/${slug}/cooperation`,
    icon: "cooperation",
    words: { fr: "Coopération", en: "Cooperation" },
    section: "network",
    houses: ["network"],
    visible: () => true,
  },
];
