import { type Indicator, presentBy } from "./indicator.ts";

export const trade: Indicator = {
  key: "trade",
  version: 1,
  words: {
    fr: {
      label: "Personnes présentes, par domaine de métiers",
      question: "Dans quels domaines les personnes présentes travaillent-elles ?",
      definition:
        "Le domaine de métiers de la fiche sociale, dans les quatorze domaines du répertoire ROME, au 31 décembre. Une personne a un seul domaine.",
      missing: "Un domaine qui n’est pas noté est parmi les non répartis.",
    },
    en: {
      label: "Persons present, by domain of trades",
      question: "In which domains do the persons present work?",
      definition:
        "The domain of trades of the social file, among the fourteen of the ROME directory, on 31 December. A person has one domain.",
      missing: "A domain that is not noted is among those not spread.",
    },
  },
  unit: "persons",
  group: "persons",
  categories: ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"],
  on: "lastDay",
  source: "parcours",
  base: "present",
  query: presentBy("trade_domain"),
};
