import type { NavigationEntry } from "#ui/navigation.ts";

const MANAGERS = ["accountant", "direction", "administrator"] as const;

export const contributionNavigation: readonly NavigationEntry[] = [
  {
    key: "contribution",
    href: (slug) => `/${slug}/contribution`,
    icon: "contribution",
    words: { fr: "Contribution", en: "Contribution" },
    section: "support",
    visible: ({ generalRoles }) => MANAGERS.some((role) => generalRoles.has(role)),
    letter: "t",
  },
];
