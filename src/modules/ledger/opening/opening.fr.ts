export const fr = {
  refusals: {
    "opening.empty": "Le fichier ne contient aucun solde.",
    "opening.tooLarge": "Le fichier contient trop de lignes.",
    "opening.header": "La première ligne doit nommer au moins les colonnes « compte », « débit » et « crédit ».",
    "opening.amount": "« {value} » n’est pas un montant.",
    "opening.day": "« {value} » n’est pas une date, par exemple 31/03/2026.",
    "opening.operating":
      "Le compte {account} est un compte de charges ou de produits : seul son résultat s’ouvre, en 120 ou 129.",
    "opening.activityUnknown":
      "Aucune activité n’a le code {activity}. Choisissez à quoi il correspond, ou corrigez-le.",
    "opening.accountForm": "« {account} » n’est pas un numéro de compte. Écrivez par exemple 411 ou 512.",
    "opening.accountUnknown":
      "Le compte {account} n’est pas au plan comptable. Donnez son libellé dans la colonne « libellé du compte », il sera ajouté.",
    "opening.auxiliaryLong": "Le code de tiers dépasse 40 caractères.",
    "opening.amountLarge": "Ce montant dépasse ce que les livres acceptent.",
    "opening.negative": "Un montant est négatif. Mettez-le dans l’autre colonne.",
    "opening.bothSides": "Remplissez le débit ou le crédit, pas les deux.",
    "opening.noSide": "Indiquez un montant au débit ou au crédit.",
    "opening.unbalanced": "Débit {debit}, crédit {credit} : l’ouverture n’est pas équilibrée, écart de {gap}.",
    "opening.fecLate":
      "Ce FEC contient des écritures jusqu’au {last} : l’exercice {year} commence le {start}. Donnez le FEC de l’exercice d’avant.",
    "opening.fecUnreadable": "Ce FEC ne se lit pas sans erreur : {fault} Contrôlez-le sur la page FEC.",
    "opening.lines": "{count} lignes du fichier sont à revoir. Rien n’a été enregistré.",
    "opening.late":
      "{count} écritures sont déjà passées dans l’exercice : les à-nouveaux n’auront pas le premier numéro. Confirmez pour les passer quand même.",
    "opening.noYear": "Ouvrez d’abord un exercice.",
    "opening.forbidden": "Seules la comptabilité et la direction peuvent importer les soldes d’ouverture.",
  },
} as const;
