import type { Translation } from "#kernel/language.ts";

export const fr = {
  title: "Rechercher ou faire",
  label: "Que cherchez-vous ?",
  placeholder: "Un client, une facture, un montant, une action…",
  submit: "Rechercher",
  start: "Écrivez un nom, un numéro, un montant ou les derniers chiffres d’un IBAN.",
  nothing: "Rien ne correspond à « {query} ».",
  nothingHelp: "Essayez un autre mot, un numéro ou un montant.",
  go: "Aller à",
  do: "Créer",
  found: "{count} résultat",
  foundMany: "{count} résultats",
  searching: "Recherche…",
  escape: "Échap",
  failed: "La recherche n’a pas abouti. Réessayez dans un instant.",
} as const;

export type SearchWords = Translation<typeof fr>;
