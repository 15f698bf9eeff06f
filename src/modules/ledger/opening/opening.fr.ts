export const fr = {
  refusals: {
    "opening.empty": "Le fichier ne contient aucun solde.",
    "opening.tooLarge": "Le fichier contient trop de lignes.",
    "opening.header": "La première ligne doit nommer au moins les colonnes « compte », « débit » et « crédit ».",
    "opening.amount": "« {value} » n’est pas un montant.",
    "opening.day": "« {value} » n’est pas une date, par exemple 31/03/2026.",
    "opening.operating":
      "Le compte {account} est un compte de charges ou de produits : seul son résultat s’ouvre, en 120 ou 129.",
    "opening.activityUnknown": "Aucune activité n’a le code {activity}.",
    "opening.negative": "Un montant est négatif. Mettez-le dans l’autre colonne.",
    "opening.bothSides": "Remplissez le débit ou le crédit, pas les deux.",
    "opening.noSide": "Indiquez un montant au débit ou au crédit.",
    "opening.unbalanced": "Débit {debit}, crédit {credit} : l’ouverture n’est pas équilibrée, écart de {gap}.",
    "opening.lines": "{count} lignes du fichier sont à revoir. Rien n’a été enregistré.",
    "opening.late":
      "{count} écritures sont déjà passées dans l’exercice : les à-nouveaux n’auront pas le premier numéro. Confirmez pour les passer quand même.",
    "opening.noYear": "Ouvrez d’abord un exercice.",
    "opening.forbidden": "Seules la comptabilité et la direction peuvent importer les soldes d’ouverture.",
  },
} as const;
