export const fr = {
  tabs: "Devis et factures",
  quotes: "Devis",
  invoices: "Factures",
  payments: "Paiements",
  reminders: "Relances",
  catalogue: "Catalogue",
  outgoing: "Boîte d’envoi",
};
