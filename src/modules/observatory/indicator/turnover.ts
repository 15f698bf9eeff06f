import type { Indicator } from "./indicator.ts";

export const turnover: Indicator = {
  key: "turnover",
  version: 1,
  words: {
    fr: {
      label: "Chiffre d’affaires des activités",
      question: "Quel chiffre d’affaires les activités hébergées ont-elles fait dans l’année ?",
      definition:
        "Le solde du compte 70 des livres, hors taxes, avoirs et rabais déduits. Les ventes entre activités de la coopérative et les subventions (compte 74) n’y sont pas.",
      missing: "Une vente qui n’est pas encore dans les livres ne compte pas.",
    },
    en: {
      label: "Turnover of the activities",
      question: "What turnover did the hosted activities make during the year?",
      definition:
        "The balance of account 70 of the books, without tax, credit notes and rebates deducted. Sales between activities of the cooperative and subsidies (account 74) are not in it.",
      missing: "A sale that is not in the books yet does not count.",
    },
  },
  unit: "cents",
  group: "enseignes",
  categories: [],
  on: "period",
  source: "books",
  base: "turnover",
  query: `select '' as category, cents as value, enseignes as weight from published.turnover
    where organization_id = :house and period = :period`,
};
