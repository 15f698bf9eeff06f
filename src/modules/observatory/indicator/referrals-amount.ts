import type { Indicator } from "./indicator.ts";

export const referralsAmount: Indicator = {
  key: "referralsAmount",
  version: 1,
  words: {
    fr: {
      label: "Montant facturé aux nouveaux clients recommandés",
      question: "Combien les nouveaux clients recommandés ont-ils été facturés dans l’année ?",
      definition:
        "Ce que les nouveaux clients recommandés ont été facturés hors taxes dans l’année de leur première facture, avoirs de l’année déduits.",
      missing: "Un client dont la fiche ne dit rien n’est pas recommandé.",
    },
    en: {
      label: "Amount invoiced to new customers who were recommended",
      question: "How much were the new customers who had been recommended invoiced in the year?",
      definition:
        "What the new customers who were recommended were invoiced before tax in the year of their first invoice, credit notes of the year deducted.",
      missing: "A customer whose card says nothing was not recommended.",
    },
  },
  unit: "cents",
  group: "customers",
  categories: [],
  on: "period",
  source: "sales",
  base: "referrals",
  query: `select '' as category, cents as value, least(customers, enseignes) as weight from published.referral
    where organization_id = :house and period = :period`,
};
