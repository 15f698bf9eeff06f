/** French words of what awaits the reader of a home, few since each home fetches them. awaiting.en.ts has the same keys. */
export const fr = {
  title: "Émargements incomplets",
  help: "Ces dates sont passées et il y manque des signatures.",
  missingOne: "{count} signature manquante",
  missing: "{count} signatures manquantes",
  complete: "Compléter",
  completeOf: "Compléter l’émargement de « {title} »",
} as const;
