import { type ActorSummary, holds, type NavigationEntry, type ThingTab } from "#ui/navigation.ts";

const accompanies = (actor: ActorSummary) => holds(actor, ["accompagnateur", "direction", "administrator"]);

export const skillsNavigation: readonly NavigationEntry[] = [
  {
    key: "mySkills",
    href: (slug) => `/${slug}/competences`,
    icon: "skills",
    words: { fr: "Mes compétences", en: "My skills" },
    section: "cooperative",
    visible: (actor) => actor.hasActivity,
  },
  {
    key: "needs",
    href: (slug) => `/${slug}/competences/besoins`,
    icon: "steering",
    words: { fr: "Besoins d’ateliers", en: "Workshops needed" },
    section: "cooperative",
    visible: accompanies,
  },
  {
    key: "directory",
    href: (slug) => `/${slug}/annuaire`,
    icon: "people",
    words: { fr: "Annuaire", en: "Directory" },
    section: "cooperative",
    visible: () => true,
  },
  {
    key: "skillsGrid",
    href: (slug) => `/${slug}/reglages/competences`,
    icon: "settings",
    words: { fr: "Grille de compétences", en: "Skills grid" },
    section: "direction",
    visible: (actor) => actor.generalRoles.has("direction") || actor.generalRoles.has("administrator"),
  },
];

export const skillsTabs: readonly ThingTab[] = [
  {
    thing: "person",
    key: "skills",
    path: "competences",
    words: { fr: "Compétences", en: "Skills" },
    visible: (actor) => actor.hasActivity || accompanies(actor),
  },
];
