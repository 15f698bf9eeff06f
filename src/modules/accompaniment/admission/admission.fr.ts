/** French words of admissions as associate. admission.en.ts has the same keys. */
export const fr = {
  refusals: {
    "admission.notAllowed": "Vous n’avez pas le droit d’enregistrer les associés. Demandez à la direction.",
    "admission.personMissing": "Cette personne n’existe pas, ou vous n’y avez pas accès.",
    "admission.future": "Cette date est à venir. Enregistrez l’admission une fois prononcée.",
    "admission.already": "Cette personne est déjà associée depuis le {date}.",
    "admission.missing": "Cette admission n’existe pas, ou elle est déjà annulée.",
  },
} as const;

export type AdmissionRefusalCode = keyof typeof fr.refusals;
