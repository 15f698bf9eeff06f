import type { Indicator } from "./indicator.ts";

export const jointQuotes: Indicator = {
  key: "jointQuotes",
  version: 1,
  words: {
    fr: {
      label: "Devis répondus ensemble",
      question: "Combien de devis de l’année viennent d’une réponse commune ?",
      definition:
        "Un devis compte l’année où il est validé, s’il vient d’une réponse commune : celui d’une part, celui de l’activité qui facture le tout, ou celui d’une part reprise d’un réseau. Accepté ou non, il compte.",
      missing: "Une réponse préparée hors du logiciel ne compte pas.",
    },
    en: {
      label: "Quotes answered together",
      question: "How many quotes of the year come from a joint bid?",
      definition:
        "A quote counts in the year it is validated when it comes from a joint bid: that of a part, that of the activity that bills the whole, or that of a part taken from a network. It counts whether accepted or not.",
      missing: "A bid prepared outside of the software does not count.",
    },
  },
  unit: "quotes",
  group: "enseignes",
  categories: [],
  on: "period",
  source: "sales",
  base: "jointQuotes",
  query: `select '' as category, quotes as value, enseignes as weight from published.joint_quote
    where organization_id = :house and period = :period`,
};
