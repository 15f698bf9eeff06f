import { holds, type NavigationEntry, type ThingTab } from "#ui/navigation.ts";
import { en } from "./exit/exit-screen.en.ts";
import { fr } from "./exit/exit-screen.fr.ts";

export const deskNavigation: readonly NavigationEntry[] = [
  {
    key: "home",
    href: (slug) => `/${slug}`,
    icon: "home",
    words: { fr: "Accueil", en: "Home" },
    section: "activity",
    houses: ["cae", "network"],
    visible: () => true,
    mobile: true,
    letter: "a",
  },
  {
    key: "portfolio",
    href: (slug) => `/${slug}/portefeuille`,
    icon: "portfolio",
    words: { fr: "Mon portefeuille", en: "My portfolio" },
    short: { fr: "À appeler", en: "To call" },
    section: "accompaniment",
    visible: (actor) => holds(actor, ["accompagnateur", "direction", "administrator"]),
    letter: "o",
  },
];

/** What the desk adds to the pages of a thing: everything about somebody, for those who accompany them. */
export const deskTabs: readonly ThingTab[] = [
  {
    thing: "person",
    key: "briefing",
    path: "point",
    words: { fr: "Point d’activité", en: "Activity review" },
    visible: (actor) => holds(actor, ["accompagnateur", "direction", "administrator"]),
  },
];

/** The last of them: what is left to settle when somebody leaves is in several modules. */
export const deskLastTabs: readonly ThingTab[] = [
  {
    thing: "person",
    key: "exit",
    path: "sortie",
    words: { fr: fr.tab, en: en.tab },
    visible: (actor) => holds(actor, ["accompagnateur", "payroll", "direction", "administrator"]),
  },
];
