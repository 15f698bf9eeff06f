import { type Indicator, presentBy } from "./indicator.ts";

export const contract: Indicator = {
  key: "contract",
  version: 1,
  words: {
    fr: {
      label: "Entrepreneurs salariés et porteurs de projet",
      question: "Parmi les personnes présentes, combien sont entrepreneurs salariés, combien en CAPE ?",
      definition:
        "Entrepreneur salarié : un CESA signé court le 31 décembre, que la personne soit déjà associée ou non. CAPE : un contrat d’appui court ce jour-là. Les deux ensemble sont les entrepreneurs.",
      missing: "Chaque contrat dit sa nature : rien ne manque.",
    },
    en: {
      label: "Salaried entrepreneurs and project holders",
      question: "Among the persons present, how many are salaried entrepreneurs, how many under a CAPE?",
      definition:
        "Salaried entrepreneur: a signed CESA runs on 31 December, whether or not the person is an associate yet. CAPE: a support contract runs on that day. Both together are the entrepreneurs.",
      missing: "Every contract says its kind: nothing is missing.",
    },
  },
  unit: "persons",
  group: "persons",
  categories: ["cesa", "cape"],
  on: "lastDay",
  source: "parcours",
  base: "present",
  query: presentBy("contract"),
};
