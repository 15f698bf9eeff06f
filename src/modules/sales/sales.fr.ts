export const fr = {
  tabs: "Devis et factures",
  quotes: "Devis",
  invoices: "Factures",
  catalogue: "Catalogue",
  outgoing: "Boîte d’envoi",
};
