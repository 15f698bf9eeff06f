/** Mentions of law on French documents (PMT, PMD, AAB). legal-note.en.ts has the same keys. */
export const fr = {
  professional: {
    // C. com. D441-5
    indemnity: "Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 €.",
    // C. com. L441-10 II
    penalty:
      "Tout retard de paiement entraîne, dès le lendemain de l’échéance et sans rappel, des pénalités égales à trois fois le taux d’intérêt légal.",
    discount: "Pas d’escompte pour paiement anticipé.",
  },
  consumer: {
    // D441-5 binds professionals only
    indemnity:
      "Client particulier : aucune indemnité forfaitaire pour frais de recouvrement n’est due en cas de retard de paiement.",
    // C. civ. art. 1231-6
    penalty: "En cas de retard, seul l’intérêt au taux légal est dû, après mise en demeure.",
    discount: "Pas d’escompte pour paiement anticipé.",
  },
} as const;
