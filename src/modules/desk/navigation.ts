import type { NavigationEntry } from "#ui/navigation.ts";

export const deskNavigation: readonly NavigationEntry[] = [
  {
    key: "home",
    href: (slug) => `/${slug}`,
    icon: "home",
    words: { fr: "Accueil", en: "Home" },
    section: "activity",
    visible: () => true,
    mobile: true,
    letter: "a",
  },
];
