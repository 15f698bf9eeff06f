import { type Indicator, presentBy } from "./indicator.ts";

export const associates: Indicator = {
  key: "associates",
  version: 1,
  words: {
    fr: {
      label: "Personnes présentes, associées ou non",
      question: "Combien de personnes présentes sont associées de la coopérative ?",
      definition:
        "Associée : admise par l’assemblée, à la date d’admission notée, et toujours sous contrat au 31 décembre. Les associés extérieurs ne comptent pas.",
      missing: "Sans admission notée, une personne n’est pas associée.",
    },
    en: {
      label: "Persons present, associates or not",
      question: "How many of the persons present are associates of the cooperative?",
      definition:
        "Associate: admitted by the assembly, on the day of admission noted, and still under contract on 31 December. Outside associates do not count.",
      missing: "Without an admission noted, a person is no associate.",
    },
  },
  unit: "persons",
  group: "persons",
  categories: ["associate", "notAssociate"],
  on: "lastDay",
  source: "parcours",
  base: "present",
  query: `with spread as (${presentBy("associate")})
    select '' as category, value, weight from spread where category = ''
    union all select 'associate', value, weight from spread where category = 'true'
    union all select 'notAssociate', whole.value - coalesce(part.value, 0), whole.value - coalesce(part.value, 0)
      from spread whole left join spread part on part.category = 'true' where whole.category = ''`,
};
