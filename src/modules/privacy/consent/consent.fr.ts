/** French words of what people agree to. consent.en.ts has the same keys. */
export const fr = {
  title: "Ce que vous acceptez",
  lead: "Rien de ceci n’est nécessaire à votre contrat. Vous changez d’avis quand vous voulez, sans le justifier.",
  leadOther: "Chaque réponse garde la date et le texte lu. La personne la change elle-même.",
  purposes: {
    directory: "Annuaire des compétences",
    photo: "Photo",
    newsletter: "Lettre d’information",
  },
  /** What is asked as long as a cooperative has not written its own words. */
  house: {
    directory:
      "J’accepte que la coopérative montre mon nom, mon métier et mes compétences aux autres membres, dans son annuaire.",
    photo: "J’accepte que la coopérative montre ma photo dans son annuaire et sur ses supports.",
    newsletter: "J’accepte de recevoir la lettre d’information de la coopérative par e-mail.",
  },
  askedAgain: "Nous vous le redemandons : le texte a changé le {day}. Vous aviez accepté le précédent.",
  agreed: "Accepté le {day}",
  withdrawn: "Retiré le {day}",
  never: "Cette personne n’a rien accepté ni retiré.",
  save: "Enregistrer mes choix",
  saved: "Vos choix sont enregistrés.",
  trace: "Consentements",
  when: "Date",
  purpose: "Objet",
  answer: "Réponse",
  answers: { yes: "Accepté", no: "Retiré" },
  wording: "Texte lu",
  version: "version {version}",
  refusals: {
    "consent.notAllowed": "Chacun répond pour soi.",
    "consent.wordsChanged": "Un texte a changé pendant votre lecture : rechargez la page et relisez-le.",
    "consent.changedMeanwhile":
      "Quelqu’un d’autre a changé ce texte pendant que vous y travailliez. Votre saisie est gardée ici ; rechargez pour voir l’autre version.",
    "consent.sameWords": "Ce texte est déjà en vigueur : changez-le, ou cochez la case pour le redemander.",
  },
} as const;

export type ConsentRefusalCode = keyof typeof fr.refusals;
