import type { Indicator } from "./indicator.ts";

export const sharedCustomersAmount: Indicator = {
  key: "sharedCustomersAmount",
  version: 1,
  words: {
    fr: {
      label: "Montant facturé aux clients de plusieurs activités",
      question: "Combien les clients de plusieurs activités ont-ils été facturés dans l’année ?",
      definition:
        "Ce que ces activités ont facturé hors taxes dans l’année aux clients que deux activités au moins ont facturés, avoirs de l’année déduits.",
      missing: "Un client sans SIREN, un particulier par exemple, ne compte pas.",
    },
    en: {
      label: "Amount invoiced to customers of several activities",
      question: "How much were the customers of several activities invoiced during the year?",
      definition:
        "What these activities invoiced before tax in the year to the customers whom two activities at least invoiced, credit notes of the year deducted.",
      missing: "A customer without a SIREN, a private person for instance, does not count.",
    },
  },
  unit: "cents",
  group: "customers",
  categories: [],
  on: "period",
  source: "sales",
  base: "sharedCustomers",
  query: `select '' as category, cents as value, least(customers, enseignes) as weight from published.shared_customer
    where organization_id = :house and period = :period`,
};
