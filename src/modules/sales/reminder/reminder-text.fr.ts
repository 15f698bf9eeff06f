/** The texts of reminders that a cooperative starts with. reminder-text.en.ts has the same keys. */
export const fr = {
  levels: [
    {
      subject: "Rappel de paiement : {numbers}",
      body: "Bonjour,\n\nSauf erreur de notre part, il reste à nous régler :\n{list}\n\nSoit {total} en tout. Si votre paiement est parti entre-temps, ne tenez pas compte de ce message.\n\nLe détail est en pièce jointe. Une question ? Il suffit de répondre à ce message.\n\nMerci et bonne journée,\n{activity}",
    },
    {
      subject: "Deuxième rappel de paiement : {numbers}",
      body: "Bonjour,\n\nNotre premier rappel est resté sans réponse. À ce jour, il reste à nous régler :\n{list}\n\nSoit {total} en tout. Pouvez-vous nous dire quand vous pensez payer, ou ce qui vous en empêche ?\n\n{penalties}\n\nBonne journée,\n{activity}",
    },
    {
      subject: "Dernier rappel avant mise en demeure : {numbers}",
      body: "Bonjour,\n\nMalgré nos rappels, il reste à nous régler :\n{list}\n\nSoit {total} en tout. Sans paiement ni réponse de votre part sous huit jours, nous vous adresserons une mise en demeure de payer.\n\n{penalties}\n\nCordialement,\n{activity}",
    },
  ],
  line: "- {kind} {number} du {date}, échue le {due} : {amount}",
  // C. com. L441-10 II and D441-5 bind professionals only: a consumer is told nothing of the kind.
  penalties:
    "Entre professionnels, ce retard entraîne de plein droit des pénalités et une indemnité de 40 € par facture pour frais de recouvrement (C. com. art. L441-10 et D441-5).",
  and: "et",
} as const;
