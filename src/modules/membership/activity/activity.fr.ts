/** French words of activities and of taking part in one. */
export const fr = {
  statuses: { open: "Ouverte", closed: "Fermée", upcoming: "À venir" },
  rights: {
    selfValidatesQuotes: "Valide ses devis sans relecture",
    selfValidatesInvoices: "Émet ses factures sans relecture",
    recordsPayments: "Enregistre les paiements reçus",
    quoteRequired: "Un devis accepté avant chaque facture",
  },
  refusals: {
    "activity.notAllowed": "Vous n’avez pas le droit de changer cette activité. Demandez à votre coopérative.",
    "activity.missing": "Cette activité n’existe pas, ou vous n’y avez pas accès.",
    "activity.changedMeanwhile":
      "Quelqu’un d’autre a modifié cette activité entre-temps. Votre saisie est gardée ; comparez avant d’enregistrer de nouveau.",
    "activity.codeTaken": "Une autre activité a déjà ce code.",
    "activity.personMissing": "Choisissez une personne de la coopérative.",
    "activity.closedAlready": "Cette activité est déjà fermée.",
    "activity.notClosed": "Cette activité est ouverte.",
    "activity.closedBeforeOpened": "Une activité ne peut pas fermer avant le {opened}, le jour de son ouverture.",
    "activity.participationLater": "Une participation commence après cette date. Mettez-y fin d’abord.",
    "activity.paleColour":
      "Cette couleur est trop pâle pour se lire sur du blanc. La plus proche qui se lit : {proposal}.",
    "participation.missing": "Cette participation n’existe plus.",
    "participation.overlaps": "Cette personne participe déjà à cette activité à ces dates.",
    "participation.beforeOpening": "L’activité ouvre le {opened} : la participation ne peut pas commencer avant.",
    "participation.activityClosed": "Cette activité est fermée.",
    "participation.endBeforeStart": "La fin tombe avant le début, le {start}.",
    "participation.changedMeanwhile":
      "Quelqu’un d’autre a changé cette participation entre-temps. Regardez-la avant de recommencer.",
  },
} as const;

export type ActivityRefusalCode = keyof typeof fr.refusals;
