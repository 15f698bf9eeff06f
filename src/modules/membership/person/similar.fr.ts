/** Why two records look like one person. similar.en.ts has the same keys. */
export const fr = {
  reasons: {
    sameEmail: "même adresse e-mail",
    sameName: "mêmes nom et prénom",
    swappedNames: "nom et prénom échangés",
    closeName: "nom très proche",
    samePhone: "même téléphone",
    sameBirthDate: "même date de naissance",
  },
  title: "Cette personne existe peut-être déjà",
  lead: "Regardez ces fiches avant d’en ajouter une autre.",
  archived: "fiche archivée",
  different: "C’est bien une autre personne",
  differentHelp: "Cochez pour ajouter quand même une nouvelle fiche.",
} as const;
