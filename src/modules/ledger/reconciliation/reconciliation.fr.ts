export const fr = {
  refusals: {
    "reconciliation.tooFewLines": "Choisissez au moins deux lignes à lettrer.",
    "reconciliation.notFound": "Une des lignes n’existe pas.",
    "reconciliation.alreadyDone": "Une des lignes est déjà lettrée {letter}.",
    "reconciliation.notThirdParty":
      "Le compte {account} ne se lettre pas : seuls les comptes de tiers et de trésorerie (4 et 5) se lettrent.",
    "reconciliation.otherAccount": "Les lignes à lettrer sont sur un même compte.",
    "reconciliation.otherAuxiliary": "Les lignes à lettrer sont celles d’un même client ou fournisseur.",
    "reconciliation.unbalanced": "Les lignes choisies ne se soldent pas : écart de {gap}.",
    "reconciliation.acrossActivities": "Les lignes choisies ne se soldent pas dans chaque activité.",
    "reconciliation.unknown": "Ce lettrage n’existe pas.",
    "reconciliation.alreadyUndone": "Ce lettrage est déjà défait.",
    "reconciliation.forbidden": "Seules la comptabilité et la direction peuvent lettrer.",
  },
} as const;
