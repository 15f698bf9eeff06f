import type { Indicator } from "./indicator.ts";

export const accompanied: Indicator = {
  key: "accompanied",
  version: 1,
  words: {
    fr: {
      label: "Personnes accompagnées dans l’année",
      question: "Combien de personnes ont été accompagnées pendant l’année ?",
      definition:
        "Une personne compte une fois si un CAPE ou un CESA a couru un jour au moins de l’année, même si elle est partie ou revenue.",
      missing: "Chaque contrat est daté : rien ne manque.",
    },
    en: {
      label: "Persons accompanied during the year",
      question: "How many persons were accompanied during the year?",
      definition:
        "A person counts once when a CAPE or a CESA ran for one day of the year at least, even if they left or came back.",
      missing: "Every contract is dated: nothing is missing.",
    },
  },
  unit: "persons",
  group: "persons",
  categories: [],
  on: "period",
  source: "parcours",
  base: "accompanied",
  query: `select '' as category, persons as value, persons as weight from published.accompanied
    where organization_id = :house and period = :period`,
};
