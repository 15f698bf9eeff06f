import type { Indicator } from "./indicator.ts";

export const present: Indicator = {
  key: "present",
  version: 1,
  words: {
    fr: {
      label: "Personnes accompagnées au dernier jour",
      question: "Combien de personnes avaient un contrat avec la coopérative le dernier jour de l’année ?",
      definition:
        "Une personne compte une fois si un CAPE ou un CESA court le 31 décembre, quel que soit le nombre de ses enseignes. Les salariés de la structure et les personnes en attente de contrat ne comptent pas.",
      missing: "Chaque contrat est daté : rien ne manque.",
    },
    en: {
      label: "Persons accompanied on the last day",
      question: "How many persons had a contract with the cooperative on the last day of the year?",
      definition:
        "A person counts once when a CAPE or a CESA runs on 31 December, however many trade names they have. Employees of the structure and persons who wait for a contract do not count.",
      missing: "Every contract is dated: nothing is missing.",
    },
  },
  unit: "persons",
  group: "persons",
  categories: [],
  on: "lastDay",
  source: "parcours",
  base: "present",
  query: `select '' as category, persons as value, persons as weight from published.present
    where organization_id = :house and period = :period and dimension = ''`,
};
