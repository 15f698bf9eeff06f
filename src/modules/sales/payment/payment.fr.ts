/** French words of payments. payment.en.ts has the same keys. */
export const fr = {
  methods: {
    transfer: "Virement",
    cheque: "Chèque",
    card: "Carte",
    cash: "Espèces",
    direct_debit: "Prélèvement",
    set_off: "Compensation avec un avoir",
    other: "Autre moyen",
  },
  refusals: {
    "payment.notIssued": "On n’enregistre un paiement que sur une facture émise.",
    "payment.nothingDue": "Cette facture est déjà payée en entier.",
    "payment.amountMissing": "Indiquez la somme reçue, par exemple 640,00.",
    "payment.tooMuch": "Il reste {left} à payer : {excess} de trop. Vérifiez la somme, ou remboursez le client.",
    "payment.differenceTooLarge":
      "L’écart de {difference} dépasse la tolérance de {tolerance}. Laissez la facture ouverte.",
    "payment.futureDate": "Un paiement ne peut pas être daté du futur.",
    "payment.missing": "Ce paiement n’existe pas, ou vous n’y avez pas accès.",
    "payment.reversedAlready": "Ce paiement est déjà annulé.",
    "payment.notReversible": "Une compensation avec un avoir ne s’annule pas.",
  },
} as const;
