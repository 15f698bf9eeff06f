export const fr = {
  refusals: {
    "entry.missing": "Cette écriture n’existe pas, ou vous n’y avez pas accès.",
    "entry.labelMissing": "Donnez un libellé à l’écriture.",
    "entry.pieceMissing": "Indiquez la référence de la pièce justificative.",
    "entry.tooFewLines": "Une écriture a au moins deux lignes.",
    "entry.tooManyLines": "Une écriture a au plus {max} lignes.",
    "entry.negative": "Ligne {line} : un montant est négatif. Mettez-le dans l’autre colonne.",
    "entry.bothSides": "Ligne {line} : remplissez le débit ou le crédit, pas les deux.",
    "entry.noSide": "Ligne {line} : indiquez un montant au débit ou au crédit.",
    "entry.tooLarge": "Ligne {line} : ce montant dépasse ce que le logiciel accepte.",
    "entry.unbalanced": "Débit {debit}, crédit {credit} : il manque {gap} pour équilibrer l’écriture.",
    "entry.unbalancedShared":
      "Les lignes des services mutualisés ne s’équilibrent pas entre elles (écart {gap}). Ajoutez un compte de liaison 580.",
    "entry.unbalancedActivity":
      "Les lignes d’une activité ne s’équilibrent pas entre elles (écart {gap}). Ajoutez un compte de liaison 580.",
    "entry.journalUnknown": "Le journal {journal} n’existe pas.",
    "entry.activityUnknown": "Une ligne nomme une activité qui n’existe pas dans votre coopérative.",
    "entry.accountUnknown": "Le compte {account} n’est pas dans le plan comptable.",
    "entry.accountHeading": "Le compte {account} est un titre. Choisissez l’un de ses sous-comptes.",
    "entry.accountBlocked": "Le compte {account} ne s’utilise plus.",
    "entry.noFiscalYear": "Aucun exercice n’est ouvert au {date}.",
    "entry.periodLocked": "La période du {date} est verrouillée. La comptabilité peut la rouvrir.",
    "entry.periodClosed": "La période du {date} est close pour toujours. Choisissez une date plus récente.",
    "entry.notFound": "Cette écriture n’existe pas, ou elle n’est pas dans vos activités.",
    "entry.forbidden": "Seules la comptabilité et la direction peuvent passer cette écriture.",
    "entry.notManual":
      "Cette écriture vient d’un document. Annulez plutôt le document : l’écriture inverse suivra d’elle-même.",
    "entry.alreadyReversed": "Cette écriture est déjà annulée par l’écriture {number}.",
    "entry.reversedMeanwhile": "Quelqu’un vient d’annuler cette écriture.",
    "entry.isOpening": "Un à-nouveau ne s’annule pas : corrigez-le par une écriture d’opérations diverses.",
    "entry.fileTooLong":
      "Ce fichier aurait plus de {max} lignes. Resserrez les dates, choisissez un compte ou une activité, ou prenez le FEC.",
    "entry.openingExists": "L’exercice {year} a déjà ses à-nouveaux.",
  },
} as const;
