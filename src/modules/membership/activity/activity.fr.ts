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
    "activity.logoKind": "Envoyez une image PNG ou JPEG entière. Un fichier SVG ou PDF s’exporte en PNG.",
    "activity.logoHeavy":
      "Cette image pèse {size} Ko : la limite est de {most} Ko. Réduisez-la, 800 pixels de large suffisent.",
    "activity.logoTiny":
      "Cette image fait {width} × {height} pixels : imprimée, elle serait floue. Il en faut {least} de large ou de haut.",
    "activity.logoHuge":
      "Cette image fait {width} × {height} pixels. Réduisez-la à {most} pixels au plus de chaque côté.",
    "activity.logoLong": "Cette image est trop étirée pour un en-tête : {width} × {height} pixels. Rognez-la.",
    "activity.logoInks": "Ce JPEG est fait pour l’imprimerie (CMJN). Enregistrez-le en couleurs d’écran (RVB).",
    "activity.logoBroken": "Cette image ne s’ouvre pas. Enregistrez-la de nouveau en PNG.",
    "activity.logoGone": "L’image n’est plus là. Choisissez-la de nouveau.",
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
