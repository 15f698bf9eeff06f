/** French words of exits. exit.en.ts has the same keys. */
export const fr = {
  said: { exit: "Sortie enregistrée.", followUp: "C’est noté.", cancel: "Sortie annulée." },
  refusals: {
    "exit.notAllowed": "Vous n’avez pas le droit d’enregistrer une sortie. Demandez à la direction.",
    "exit.personMissing": "Cette personne n’existe pas, ou vous n’y avez pas accès.",
    "exit.noContract": "Cette personne n’a pas de contrat à cette date. Vérifiez la date de sortie.",
    "exit.notAssociate": "Cette personne n’est pas associée à cette date. Enregistrez d’abord son admission.",
    "exit.already": "Une sortie est déjà enregistrée le {date}.",
    "exit.followUpEarly": "Ces nouvelles se prennent à partir du {date}.",
    "exit.followUpFuture": "Cette date est à venir.",
    "exit.missing": "Aucune sortie n’est enregistrée.",
  },
} as const;

export type ExitRefusalCode = keyof typeof fr.refusals;
