import type { NavigationEntry } from "#ui/navigation.ts";

export const treasuryNavigation: readonly NavigationEntry[] = [
  {
    key: "money",
    href: (slug) => `/${slug}/argent`,
    icon: "wallet",
    words: { fr: "Mon argent", en: "My money" },
    short: { fr: "Argent", en: "Money" },
    section: "activity",
    visible: (actor) => actor.hasActivity,
    mobile: true,
    letter: "m",
  },
];
