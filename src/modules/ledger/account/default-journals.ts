/** The journals of a new cooperative: by nature; the activity is on each line, never in the journal's code. */
export const journalCodes = {
  sales: "VE",
  purchases: "AC",
  bank: "BQ",
  miscellaneous: "OD",
  contribution: "CO",
  opening: "AN",
  payroll: "PA",
} as const;

export const defaultJournals: readonly { readonly code: string; readonly label: string }[] = [
  { code: journalCodes.sales, label: "Ventes" },
  { code: journalCodes.purchases, label: "Achats et notes de frais" },
  { code: journalCodes.bank, label: "Banque" },
  { code: journalCodes.miscellaneous, label: "Opérations diverses" },
  { code: journalCodes.contribution, label: "Contribution coopérative" },
  { code: journalCodes.opening, label: "À-nouveaux" },
  { code: journalCodes.payroll, label: "Paie" },
];
