import type { Translation } from "#kernel/language.ts";

export const fr = {
  title: "Mes notifications",
  lead: "La cloche vous montre tout. Choisissez ce que vous voulez aussi recevoir par e-mail, et quand.",
  back: "Revenir aux notifications",
  choices: { now: "Tout de suite", daily: "Chaque jour à 8 h", weekly: "Chaque lundi à 8 h", never: "Jamais" },
  legal: "Les messages que la loi demande (convocations, votes, sécurité) partent toujours.",
  save: "Enregistrer",
  saved: "Vos choix sont enregistrés",
} as const;

export type CadenceWords = Translation<typeof fr>;
