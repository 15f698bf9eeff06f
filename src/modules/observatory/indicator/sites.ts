import type { Indicator } from "./indicator.ts";

export const sites: Indicator = {
  key: "sites",
  version: 1,
  words: {
    fr: {
      label: "Lieux d’accueil",
      question: "Dans combien de lieux la coopérative accueille-t-elle ?",
      definition: "Les lieux notés dans les réglages de la coopérative, le jour de l’envoi.",
      missing: "Un lieu qui n’est pas noté ne compte pas.",
    },
    en: {
      label: "Places of reception",
      question: "In how many places does the cooperative receive people?",
      definition: "The places noted in the settings of the cooperative, on the day of sending.",
      missing: "A place that is not noted does not count.",
    },
  },
  unit: "sites",
  group: null,
  categories: [],
  on: "sendingDay",
  source: "settings",
  base: "sites",
  query: `select '' as category, sites as value, 0::bigint as weight from published.site where organization_id = :house`,
};
