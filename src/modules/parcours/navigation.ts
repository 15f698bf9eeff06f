import { type ActorSummary, type CreationEntry, holds, type NavigationEntry, type ThingTab } from "#ui/navigation.ts";

const WELCOMING = ["accompagnateur", "payroll", "direction", "administrator"] as const;
const receives = (actor: ActorSummary) => holds(actor, ["accompagnateur", "direction", "administrator"]);

export const parcoursNavigation: readonly NavigationEntry[] = [
  {
    key: "candidates",
    href: (slug) => `/${slug}/candidatures`,
    icon: "candidate",
    words: { fr: "Candidatures", en: "Applications" },
    section: "accompaniment",
    visible: receives,
    letter: "i",
  },
  {
    key: "informationMeetings",
    href: (slug) => `/${slug}/reunions-information`,
    icon: "calendar",
    words: { fr: "Réunions d’information", en: "Information meetings" },
    section: "accompaniment",
    visible: receives,
    within: "candidates",
  },
  {
    key: "intake",
    href: (slug) => `/${slug}/reglages/page-publique`,
    icon: "settings",
    words: { fr: "Page publique", en: "Public page" },
    section: "accompaniment",
    visible: (actor) => actor.generalRoles.has("direction") || actor.generalRoles.has("administrator"),
    within: "candidates",
  },
];

export const parcoursCreations: readonly CreationEntry[] = [
  {
    key: "importPersons",
    href: (slug) => `/${slug}/personnes/importer`,
    icon: "people",
    words: { fr: "Un tableau de personnes", en: "A sheet of persons" },
    visible: (actor) => WELCOMING.some((role) => actor.generalRoles.has(role)),
  },
  {
    key: "candidate",
    href: (slug) => `/${slug}/candidatures/nouvelle`,
    icon: "candidate",
    words: { fr: "Une candidature", en: "An application" },
    visible: receives,
  },
];

export const parcoursTabs: readonly ThingTab[] = [
  {
    thing: "person",
    key: "social-file",
    path: "dossier",
    words: { fr: "Dossier", en: "File" },
    visible: () => true,
  },
  {
    thing: "person",
    key: "history",
    path: "historique",
    words: { fr: "Historique", en: "History" },
    visible: (actor) => holds(actor, ["accompagnateur", "payroll", "direction", "administrator"]),
  },
  {
    thing: "person",
    key: "sensitive",
    path: "sensible",
    words: { fr: "Sécu et santé", en: "Security and health" },
    visible: (actor) => holds(actor, ["payroll"]),
  },
  {
    thing: "person",
    key: "candidacy",
    path: "candidature",
    words: { fr: "Candidature", en: "Application" },
    visible: receives,
  },
];
