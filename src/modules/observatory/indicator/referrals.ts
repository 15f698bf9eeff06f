import type { Indicator } from "./indicator.ts";

export const referrals: Indicator = {
  key: "referrals",
  version: 1,
  words: {
    fr: {
      label: "Nouveaux clients recommandés",
      question: "Combien de nouveaux clients de l’année ont été recommandés ?",
      definition:
        "Un client compte l’année de sa première facture, si sa fiche dit qu’une autre activité de la coopérative ou une autre coopérative l’a recommandé. Une facture reprise en entier par un avoir ne compte pas.",
      missing: "Un client dont la fiche ne dit rien n’est pas recommandé.",
    },
    en: {
      label: "New customers who were recommended",
      question: "How many new customers of the year had been recommended?",
      definition:
        "A customer counts in the year of their first invoice when their card says that another activity of the cooperative or another cooperative recommended it. An invoice that a credit note took back whole does not count.",
      missing: "A customer whose card says nothing was not recommended.",
    },
  },
  unit: "customers",
  group: "customers",
  categories: [],
  on: "period",
  source: "sales",
  base: "referrals",
  query: `select '' as category, customers as value, least(customers, enseignes) as weight from published.referral
    where organization_id = :house and period = :period`,
};
