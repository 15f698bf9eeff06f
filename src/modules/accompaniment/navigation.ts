import { type ActorSummary, type CreationEntry, holds, type NavigationEntry } from "#ui/navigation.ts";

const accompanies = (actor: ActorSummary) => holds(actor, ["accompagnateur", "direction", "administrator"]);

export const accompanimentNavigation: readonly NavigationEntry[] = [
  {
    key: "agenda",
    href: (slug) => `/${slug}/agenda`,
    holds: (slug) => ["nouveau", "importer", "imports"].map((page) => `/${slug}/rendez-vous/${page}`),
    icon: "calendar",
    words: { fr: "Agenda", en: "Agenda" },
    section: "accompaniment",
    visible: accompanies,
    letter: "j",
  },
  {
    key: "appointments",
    href: (slug) => `/${slug}/rendez-vous`,
    icon: "calendar",
    words: { fr: "Mes rendez-vous", en: "My appointments" },
    section: "accompaniment",
    visible: () => true,
  },
  {
    key: "workshops",
    href: (slug) => `/${slug}/ateliers`,
    icon: "training",
    words: { fr: "Ateliers", en: "Workshops" },
    section: "accompaniment",
    visible: () => true,
    letter: "w",
  },
  {
    key: "permanences",
    href: (slug) => `/${slug}/permanences`,
    icon: "calendar",
    words: { fr: "Permanences", en: "Office hours" },
    section: "accompaniment",
    visible: () => true,
    within: "appointments",
  },
  {
    key: "tasks",
    href: (slug) => `/${slug}/taches`,
    icon: "queue",
    words: { fr: "À faire", en: "To do" },
    section: "accompaniment",
    visible: () => true,
  },
  {
    key: "deadlines",
    href: (slug) => `/${slug}/echeances`,
    icon: "calendar",
    words: { fr: "Échéances", en: "Deadlines" },
    section: "support",
    visible: (actor) => holds(actor, ["accompagnateur", "payroll", "direction", "administrator"]),
    letter: "h",
  },
  {
    key: "accompanimentSettings",
    href: (slug) => `/${slug}/reglages/accompagnement`,
    icon: "settings",
    words: { fr: "Accompagnement", en: "Accompaniment" },
    section: "direction",
    visible: (actor) => actor.generalRoles.has("direction") || actor.generalRoles.has("administrator"),
  },
];

export const accompanimentCreations: readonly CreationEntry[] = [
  {
    key: "appointment",
    href: (slug) => `/${slug}/rendez-vous/nouveau`,
    icon: "calendar",
    words: { fr: "Un rendez-vous", en: "An appointment" },
    visible: accompanies,
    letter: "v",
  },
  {
    key: "importAppointments",
    href: (slug) => `/${slug}/rendez-vous/importer`,
    icon: "calendar",
    words: { fr: "Un tableau de rendez-vous", en: "A sheet of appointments" },
    visible: accompanies,
  },
];
