import type { Indicator } from "./indicator.ts";

export const entries: Indicator = {
  key: "entries",
  version: 1,
  words: {
    fr: {
      label: "Entrées, par prescripteur",
      question: "Combien de personnes sont entrées dans l’année, et qui les a orientées ?",
      definition:
        "Entrée : le premier contrat de la personne commence dans l’année. Un retour n’est pas une entrée, un CESA qui suit un CAPE non plus. Le prescripteur est celui de la fiche sociale.",
      missing: "Une personne dont le prescripteur n’est pas noté est parmi les non réparties.",
    },
    en: {
      label: "Entries, by prescriber",
      question: "How many persons entered during the year, and who sent them?",
      definition:
        "Entry: the person’s first contract begins in the year. A return is no entry, nor a CESA that follows a CAPE. The prescriber is that of the social file.",
      missing: "A person whose prescriber is not noted is among those not spread.",
    },
  },
  unit: "persons",
  group: "persons",
  categories: [
    "france_travail",
    "mission_locale",
    "cap_emploi",
    "chamber",
    "bge_adie",
    "department",
    "cae_network",
    "word_of_mouth",
    "internet",
    "other",
  ],
  on: "period",
  source: "parcours",
  base: "entries",
  query: `select prescriber as category, persons as value, persons as weight from published.entry
    where organization_id = :house and period = :period and prescriber <> ''
    union all
    select '', sum(persons)::bigint, sum(persons)::bigint from published.entry
    where organization_id = :house and period = :period`,
};
