import { holds, type ThingTab } from "#ui/navigation.ts";

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
];
