import type { Indicator } from "./indicator.ts";

export const jointQuotesAmount: Indicator = {
  key: "jointQuotesAmount",
  version: 1,
  words: {
    fr: {
      label: "Montant des devis répondus ensemble",
      question: "Combien valent les devis qui viennent d’une réponse commune ?",
      definition:
        "Le total hors taxes des devis validés dans l’année qui viennent d’une réponse commune, acceptés ou non. Quand une activité facture le tout, le tout y est.",
      missing: "Une réponse préparée hors du logiciel ne compte pas.",
    },
    en: {
      label: "Amount of the quotes answered together",
      question: "What are the quotes that come from a joint bid worth?",
      definition:
        "The total before tax of the quotes validated in the year that come from a joint bid, accepted or not. When one activity bills the whole, the whole is in it.",
      missing: "A bid prepared outside of the software does not count.",
    },
  },
  unit: "cents",
  group: "enseignes",
  categories: [],
  on: "period",
  source: "sales",
  base: "jointQuotes",
  query: `select '' as category, cents as value, enseignes as weight from published.joint_quote
    where organization_id = :house and period = :period`,
};
