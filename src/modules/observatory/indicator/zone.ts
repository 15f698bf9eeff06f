import { type Indicator, presentBy } from "./indicator.ts";

export const zone: Indicator = {
  key: "zone",
  version: 1,
  words: {
    fr: {
      label: "Personnes présentes, par zone prioritaire",
      question: "Combien de personnes habitent un quartier prioritaire ou une zone de revitalisation ?",
      definition:
        "La zone notée dans la fiche sociale pour l’adresse de la personne, au 31 décembre : quartier prioritaire de la ville (QPV), France ruralités revitalisation (ZFRR, anciennement ZRR), ou aucune.",
      missing: "Une adresse dont la zone n’est pas notée est parmi les non réparties.",
    },
    en: {
      label: "Persons present, by priority area",
      question: "How many persons live in a priority district or a rural revitalisation zone?",
      definition:
        "The zone noted in the social file for the person’s address, on 31 December: priority district (QPV), rural revitalisation (ZFRR, formerly ZRR), or none.",
      missing: "An address whose zone is not noted is among those not spread.",
    },
  },
  unit: "persons",
  group: "persons",
  categories: ["qpv", "zfrr", "none"],
  on: "lastDay",
  source: "parcours",
  base: "present",
  query: presentBy("zone"),
};
