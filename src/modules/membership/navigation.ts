import { type CreationEntry, holds, type NavigationEntry, type ThingTab } from "#ui/navigation.ts";

export const membershipNavigation: readonly NavigationEntry[] = [
  {
    key: "persons",
    href: (slug) => `/${slug}/personnes`,
    icon: "people",
    words: { fr: "Personnes", en: "People" },
    section: "support",
    houses: ["cae", "network"],
    visible: (actor) =>
      holds(actor, ["accompagnateur", "accountant", "payroll", "direction", "administrator", "facilitator"]),
    letter: "p",
  },
  {
    key: "activities",
    href: (slug) => `/${slug}/activites`,
    icon: "activity",
    words: { fr: "Activités", en: "Activities" },
    section: "support",
    visible: (actor) => holds(actor, ["accompagnateur", "accountant", "payroll", "direction", "administrator"]),
    letter: "v",
  },
  {
    key: "settings",
    href: (slug) => `/${slug}/reglages`,
    icon: "settings",
    words: { fr: "Réglages", en: "Settings" },
    section: "direction",
    houses: ["cae", "network"],
    visible: (actor) => actor.generalRoles.has("direction") || actor.generalRoles.has("administrator"),
  },
];

export const membershipCreations: readonly CreationEntry[] = [
  {
    key: "person",
    href: (slug) => `/${slug}/personnes/nouvelle`,
    icon: "people",
    words: { fr: "Une personne", en: "A person" },
    houses: ["cae", "network"],
    visible: (actor) =>
      (["accompagnateur", "payroll", "direction", "administrator", "facilitator"] as const).some((role) =>
        actor.generalRoles.has(role),
      ),
  },
  {
    key: "activity",
    href: (slug) => `/${slug}/activites/nouvelle`,
    icon: "activity",
    words: { fr: "Une activité", en: "An activity" },
    visible: (actor) =>
      (["accompagnateur", "direction", "administrator"] as const).some((role) => actor.generalRoles.has(role)),
  },
];

export const membershipTabs: readonly ThingTab[] = [
  {
    thing: "person",
    key: "person",
    path: "",
    words: { fr: "Fiche", en: "Record" },
    houses: ["cae", "network"],
    visible: () => true,
  },
  { thing: "activity", key: "activity", path: "", words: { fr: "Fiche", en: "Record" }, visible: () => true },
  {
    thing: "activity",
    key: "protection",
    path: "assurances",
    words: { fr: "Assurances et accords", en: "Insurance and agreements" },
    visible: () => true,
  },
];
