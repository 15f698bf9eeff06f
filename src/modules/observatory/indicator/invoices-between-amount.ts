import type { Indicator } from "./indicator.ts";

export const invoicesBetweenAmount: Indicator = {
  key: "invoicesBetweenAmount",
  version: 1,
  words: {
    fr: {
      label: "Montant facturé à d’autres coopératives",
      question: "Combien la coopérative a-t-elle facturé à d’autres coopératives ?",
      definition:
        "Le total hors taxes des factures émises dans l’année à une autre coopérative connue, acomptes comptés une fois, avoirs de l’année déduits.",
      missing: "Une coopérative que personne n’a fait connaître, ou un client sans SIREN, ne compte pas.",
    },
    en: {
      label: "Amount invoiced to other cooperatives",
      question: "How much did the cooperative invoice to other cooperatives?",
      definition:
        "The total before tax of the invoices issued in the year to another cooperative known here, deposits counted once, credit notes of the year deducted.",
      missing: "A cooperative that nobody made known, or a customer without a SIREN, does not count.",
    },
  },
  unit: "cents",
  group: "enseignes",
  categories: [],
  on: "period",
  source: "sales",
  base: "invoicesBetween",
  query: `select '' as category, cents as value, enseignes as weight from published.invoice_between
    where organization_id = :house and period = :period`,
};
