import type { NavigationEntry } from "#ui/navigation.ts";

export const roomNavigation: readonly NavigationEntry[] = [
  {
    key: "rooms",
    href: (slug) => `/${slug}/salles`,
    icon: "people",
    words: { fr: "Salles", en: "Rooms" },
    section: "network",
    houses: ["network"],
    visible: () => true,
  },
];
