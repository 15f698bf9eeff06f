import type { CreationEntry, NavigationEntry } from "#ui/navigation.ts";

type Visible = NavigationEntry["visible"];
const governs: Visible = ({ generalRoles }) => generalRoles.has("direction") || generalRoles.has("administrator");
const keeps: Visible = (actor) => governs(actor) || actor.generalRoles.has("accountant");

export const governanceNavigation: readonly NavigationEntry[] = [
  {
    key: "assemblies",
    href: (slug) => `/${slug}/assemblees`,
    icon: "vote",
    words: { fr: "Assemblées générales", en: "General assemblies" },
    houses: ["cae", "network"],
    section: "cooperative",
    visible: () => true,
  },
  {
    key: "decisions",
    href: (slug) => `/${slug}/decisions`,
    icon: "vote",
    words: { fr: "Décisions des assemblées", en: "Decisions of assemblies" },
    houses: ["cae", "network"],
    section: "cooperative",
    visible: () => true,
    within: "assemblies",
  },
  {
    key: "myShares",
    href: (slug) => `/${slug}/mes-parts`,
    icon: "wallet",
    words: { fr: "Mes parts", en: "My shares" },
    houses: ["cae", "network"],
    section: "cooperative",
    visible: () => true,
    within: "assemblies",
  },
  {
    key: "associates",
    href: (slug) => `/${slug}/associes`,
    icon: "people",
    words: { fr: "Registre des associés", en: "Register of associates" },
    houses: ["cae", "network"],
    section: "cooperative",
    visible: keeps,
  },
  {
    key: "articles",
    href: (slug) => `/${slug}/reglages/associes`,
    icon: "people",
    words: { fr: "Statuts des associés", en: "Articles of associates" },
    houses: ["cae", "network"],
    section: "cooperative",
    visible: governs,
    within: "associates",
  },
];

export const governanceCreations: readonly CreationEntry[] = [];
