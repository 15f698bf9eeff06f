import type { SupportRole } from "#kernel/actor.ts";
import { holds, type NavigationEntry, type ThingTab } from "#ui/navigation.ts";

const READERS: readonly SupportRole[] = ["accompagnateur", "payroll", "direction", "administrator"];

export const documentsNavigation: readonly NavigationEntry[] = [
  {
    key: "myDocuments",
    href: (slug) => `/${slug}/mes-documents`,
    icon: "documents",
    words: { fr: "Mes documents", en: "My documents" },
    section: "activity",
    visible: (actor) => actor.hasActivity,
  },
  {
    key: "pieces",
    href: (slug) => `/${slug}/pieces`,
    icon: "documents",
    words: { fr: "Pièces", en: "Pieces" },
    section: "support",
    within: "persons",
    visible: (actor) => holds(actor, READERS),
  },
  {
    key: "templates",
    href: (slug) => `/${slug}/documents/modeles`,
    icon: "documents",
    words: { fr: "Modèles de documents", en: "Templates of documents" },
    section: "direction",
    visible: (actor) => READERS.slice(1).some((role) => actor.generalRoles.has(role)),
  },
];

export const documentsTabs: readonly ThingTab[] = [
  {
    thing: "person",
    key: "documents",
    path: "documents",
    words: { fr: "Documents", en: "Documents" },
    visible: (actor) => holds(actor, READERS),
  },
  {
    thing: "activity",
    key: "pieces",
    path: "pieces",
    words: { fr: "Pièces", en: "Pieces" },
    visible: (actor) => actor.hasActivity || holds(actor, READERS),
  },
];
