/** French words of agreements on a common activity. agreement.en.ts has the same keys. */
export const fr = {
  page: {
    title: "Convention d’activité commune",
    lead: "À plusieurs dans une activité, une convention dit comment se partage ce qui reste (C. trav. R7331-6).",
    alone: "Une seule personne travaille dans cette activité : aucune convention n’est nécessaire.",
    lacking: "Plusieurs personnes travaillent ici sans convention en cours qui nomme chacune.",
    none: "Aucune convention.",
    from: "Du {from} au {to}",
    open: "Depuis le {from}",
    cancelled: "Annulée",
    add: "Enregistrer une convention",
    share: "Part de {name} (%)",
    startsOn: "Prend effet le",
    endsOn: "Jusqu’au",
    endsOnHelp: "Laissez vide si elle ne finit pas.",
    addSubmit: "Enregistrer",
    cancel: "Annuler",
    cancelTitle: "Annuler cette convention ?",
    cancelHelp: "À faire seulement si elle a été enregistrée par erreur. Elle reste visible.",
  },
  done: { added: "Convention enregistrée.", cancelled: "Convention annulée." },
  refusals: {
    "agreement.missing": "Cette convention n’existe pas, ou elle est déjà annulée.",
    "agreement.endBeforeStart": "La fin tombe avant le début.",
    "agreement.shares": "Les parts font 100 % à elles toutes, une pour chaque personne de l’activité.",
  },
} as const;

export type AgreementRefusalCode = keyof typeof fr.refusals;
