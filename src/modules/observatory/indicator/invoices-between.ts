import type { Indicator } from "./indicator.ts";

export const invoicesBetween: Indicator = {
  key: "invoicesBetween",
  version: 1,
  words: {
    fr: {
      label: "Factures à d’autres coopératives",
      question: "Combien de factures de l’année vont à une autre coopérative ?",
      definition:
        "Les factures émises dans l’année à un client dont le SIREN est celui d’une autre coopérative connue : par une convention de prestation, par une réponse commune, ou par l’annuaire public des réseaux connectés. Une facture reprise en entier par un avoir ne compte pas.",
      missing: "Une coopérative que personne n’a fait connaître, ou un client sans SIREN, ne compte pas.",
    },
    en: {
      label: "Invoices to other cooperatives",
      question: "How many invoices of the year go to another cooperative?",
      definition:
        "The invoices issued in the year to a customer whose SIREN is that of another cooperative known here: by a delegation agreement, by a joint bid, or by the public directory of the networks it is connected to. An invoice that a credit note took back whole does not count.",
      missing: "A cooperative that nobody made known, or a customer without a SIREN, does not count.",
    },
  },
  unit: "invoices",
  group: "enseignes",
  categories: [],
  on: "period",
  source: "sales",
  base: "invoicesBetween",
  query: `select '' as category, invoices as value, enseignes as weight from published.invoice_between
    where organization_id = :house and period = :period`,
};
