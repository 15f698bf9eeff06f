import type { NavigationEntry } from "#ui/navigation.ts";

/** Those whom layout.policy.ts allows. */
const SETTERS = ["accountant", "direction", "administrator"] as const;

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
  {
    key: "treasurySettings",
    href: (slug) => `/${slug}/reglages/tresorerie`,
    icon: "settings",
    words: { fr: "Trésorerie : réglages", en: "Treasury: settings" },
    section: "direction",
    visible: ({ generalRoles }) => SETTERS.some((role) => generalRoles.has(role)),
  },
];
