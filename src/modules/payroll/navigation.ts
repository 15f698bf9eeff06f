import type { NavigationEntry } from "#ui/navigation.ts";

/** Those whom parameters.policy.ts allows. */
const SETTERS = ["payroll", "direction", "administrator"] as const;

export const payrollNavigation: readonly NavigationEntry[] = [
  {
    key: "pay",
    href: (slug) => `/${slug}/remuneration`,
    icon: "pay",
    words: { fr: "Me payer", en: "Pay myself" },
    section: "activity",
    visible: (actor) => actor.hasActivity,
    letter: "s",
  },
  {
    key: "payParameters",
    href: (slug) => `/${slug}/remuneration/parametres`,
    icon: "pay",
    words: { fr: "Paie : paramètres", en: "Pay: parameters" },
    section: "support",
    visible: ({ generalRoles }) => SETTERS.some((role) => generalRoles.has(role)),
  },
];
