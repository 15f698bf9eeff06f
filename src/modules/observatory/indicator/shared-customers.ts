import type { Indicator } from "./indicator.ts";

export const sharedCustomers: Indicator = {
  key: "sharedCustomers",
  version: 1,
  words: {
    fr: {
      label: "Clients de plusieurs activités",
      question: "Combien de clients plusieurs activités de la coopérative ont-elles facturés dans l’année ?",
      definition:
        "Un même SIREN compte une fois quand deux activités au moins l’ont facturé dans l’année, avoirs déduits.",
      missing: "Un client sans SIREN, un particulier par exemple, ne compte pas.",
    },
    en: {
      label: "Customers of several activities",
      question: "How many customers did several activities of the cooperative invoice during the year?",
      definition: "One SIREN counts once when two activities at least invoiced it in the year, credit notes deducted.",
      missing: "A customer without a SIREN, a private person for instance, does not count.",
    },
  },
  unit: "customers",
  group: "customers",
  categories: [],
  on: "period",
  source: "sales",
  base: "sharedCustomers",
  query: `select '' as category, customers as value, least(customers, enseignes) as weight from published.shared_customer
    where organization_id = :house and period = :period`,
};
