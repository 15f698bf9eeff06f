import type { NavigationEntry } from "#ui/navigation.ts";

export const labelNavigation: readonly NavigationEntry[] = [
  {
    key: "label",
    href: (slug) => `/${slug}/label`,
    icon: "label",
    words: { fr: "Label", en: "Label" },
    section: "network",
    houses: ["network"],
    visible: () => true,
  },
];
