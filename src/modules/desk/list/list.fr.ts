import type { Translation } from "#kernel/language.ts";

export const fr = {
  refusals: {
    "view.missing": "Cette vue n’existe plus.",
    "view.nameTaken": "Vous avez déjà une vue de ce nom dans cette liste.",
    "view.tooMany": "Vous avez déjà {count} vues dans cette liste. Supprimez-en une d’abord.",
  },
  title: "Mes vues",
  lead: "Une vue retient les filtres, l’ordre et les colonnes d’une liste. Pour la partager, envoyez son adresse.",
  none: "Vous n’avez pas encore de vue",
  noneHelp: "Dans une liste, choisissez des filtres puis « Enregistrer cette vue ».",
  name: "Nom de la vue",
  save: "Enregistrer la vue",
  saveTitle: "Enregistrer une vue",
  rename: "Renommer",
  remove: "Supprimer",
  open: "Ouvrir « {name} »",
  saved: "Vue enregistrée",
  renamed: "Vue renommée",
  removed: "Vue supprimée",
  arranged: "Affichage enregistré",
  back: "Revenir à la liste",
} as const;

export type ListWords = Translation<typeof fr>;
export type ViewRefusalCode = keyof typeof fr.refusals;
