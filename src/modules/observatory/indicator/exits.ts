import type { Indicator } from "./indicator.ts";

export const exits: Indicator = {
  key: "exits",
  version: 1,
  words: {
    fr: {
      label: "Sorties, par nature",
      question: "Combien de personnes sont sorties dans l’année, et vers quoi ?",
      definition:
        "Sortie : la date de sortie notée tombe dans l’année. Créer sa propre entreprise, reprendre sa situation d’avant et rester comme associé sont les trois sorties visées ; les autres sont des arrêts. Qui sort, revient et sort autrement dans la même année compte deux fois.",
      missing: "Un contrat fini dont la sortie n’est pas notée ne compte pas.",
    },
    en: {
      label: "Exits, by kind",
      question: "How many persons left during the year, and towards what?",
      definition:
        "Exit: the day of exit noted falls in the year. An own company, the former situation and staying as an associate are the three exits aimed at; the others are early endings. Whoever leaves, comes back and leaves otherwise in one year counts twice.",
      missing: "A contract that ended without an exit noted does not count.",
    },
  },
  unit: "persons",
  group: "persons",
  categories: [
    "own_company",
    "former_situation",
    "associate_stays",
    "trial_broken",
    "abandoned",
    "not_associate",
    "dismissed",
    "deceased",
  ],
  on: "period",
  source: "parcours",
  base: "exits",
  query: `select kind as category, persons as value, persons as weight from published.exit
    where organization_id = :house and period = :period
    union all
    select '', sum(persons)::bigint, sum(persons)::bigint from published.exit
    where organization_id = :house and period = :period`,
};
