import type { NavigationEntry } from "#ui/navigation.ts";

/** Those whom delegation.policy.ts allows. */
const CHIEFS = ["direction", "administrator"] as const;
const FOLLOWING = ["payroll", ...CHIEFS] as const;

export const delegationNavigation: readonly NavigationEntry[] = [
  {
    key: "delegations",
    href: (slug) => `/${slug}/delegations`,
    icon: "places",
    words: { fr: "Délégations entre CAE", en: "Delegation between CAE" },
    section: "network",
    visible: ({ generalRoles }) => CHIEFS.some((role) => generalRoles.has(role)),
  },
  {
    key: "delegatedWork",
    href: (slug) => `/${slug}/travaux-confies`,
    icon: "queue",
    words: { fr: "Travaux confiés", en: "Entrusted work" },
    section: "network",
    visible: ({ generalRoles }) => FOLLOWING.some((role) => generalRoles.has(role)),
  },
];
