import type { Indicator } from "./indicator.ts";

export const enseignes: Indicator = {
  key: "enseignes",
  version: 1,
  words: {
    fr: {
      label: "Enseignes qui ont vendu",
      question: "Combien d’enseignes ont vendu dans l’année ?",
      definition:
        "Une enseigne compte une fois si une ligne du compte 70 au moins la concerne dans l’année. Une enseigne n’est pas une personne : on peut en avoir deux, ou en partager une.",
      missing: "Une vente qui n’est pas encore dans les livres ne compte pas.",
    },
    en: {
      label: "Trade names that sold",
      question: "How many trade names sold during the year?",
      definition:
        "A trade name counts once when a line of account 70 at least speaks of it in the year. A trade name is no person: one may have two, or share one.",
      missing: "A sale that is not in the books yet does not count.",
    },
  },
  unit: "enseignes",
  group: "enseignes",
  categories: [],
  on: "period",
  source: "books",
  base: "enseignes",
  query: `select '' as category, enseignes as value, enseignes as weight from published.turnover
    where organization_id = :house and period = :period`,
};
