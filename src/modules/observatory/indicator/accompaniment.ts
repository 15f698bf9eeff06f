import type { Indicator } from "./indicator.ts";

export const accompaniment: Indicator = {
  key: "accompaniment",
  version: 1,
  words: {
    fr: {
      label: "Heures d’accompagnement",
      question: "Combien de temps les personnes ont-elles été accompagnées dans l’année ?",
      definition:
        "Le temps passé par chaque personne présente à un rendez-vous tenu ou à un atelier signé. Un atelier de deux heures suivi par dix personnes compte vingt heures.",
      missing: "Un rendez-vous qui n’est pas noté comme tenu ne compte pas.",
    },
    en: {
      label: "Hours of accompaniment",
      question: "How much time were the persons accompanied during the year?",
      definition:
        "The time spent by each person present at a meeting that was held or a workshop that was signed for. A workshop of two hours followed by ten persons counts twenty hours.",
      missing: "A meeting that is not noted as held does not count.",
    },
  },
  unit: "minutes",
  group: "persons",
  categories: [],
  on: "period",
  source: "agenda",
  base: "accompaniment",
  query: `select '' as category, minutes as value, persons as weight from published.accompaniment
    where organization_id = :house and period = :period`,
};
