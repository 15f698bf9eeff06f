export const fr = {
  tabs: "Devis et factures",
  quotes: "Devis",
  invoices: "Factures",
  reminders: "Relances",
  catalogue: "Catalogue",
  outgoing: "Boîte d’envoi",
};
