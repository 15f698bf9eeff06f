/** French words of interviews. interview.en.ts has the same keys. */
export const fr = {
  refusals: {
    "interview.missing": "Cet entretien n’existe pas.",
    "interview.over": "Cet entretien est déjà fait, ou annulé.",
    "interview.notYours": "Ces notes sont réservées à la personne qui les a écrites.",
    "interview.time": "Écrivez une heure, comme 14h30.",
    "interview.past": "Ce jour est passé. Notez l’entretien comme fait.",
    "interview.future": "Ce jour est à venir. Prévoyez l’entretien d’abord.",
  },
  title: "Entretiens",
  none: "Aucun entretien pour le moment.",
  statuses: { planned: "Prévu", held: "Fait", cancelled: "Annulé" },
  privacies: { team: "Toute l’équipe qui reçoit", author: "Moi et la direction" },
  privacy: "Qui peut lire les notes",
  private: "Ces notes sont réservées à la personne qui les a écrites et à la direction.",
  when: "{day} à {time}",
  withWhom: "Avec {name}",
  plan: "Prévoir un entretien",
  hold: "Noter un entretien",
  holdThis: "Noter cet entretien",
  cancel: "Annuler",
  heldOn: "Date",
  startsAt: "Heure",
  person: "Qui reçoit",
  notes: "Notes",
  nextStep: "Prochaine étape",
  next: "Prochaine étape : {step}",
  rewrite: "Modifier les notes",
  savePlan: "Prévoir",
  saveNotes: "Enregistrer les notes",
} as const;

export type InterviewRefusalCode = keyof typeof fr.refusals;
