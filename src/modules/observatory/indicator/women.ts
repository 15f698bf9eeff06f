import type { Indicator } from "./indicator.ts";

export const women: Indicator = {
  key: "women",
  version: 1,
  words: {
    fr: {
      label: "Personnes présentes, par sexe",
      question: "Quelle est la part des femmes parmi les personnes présentes ?",
      definition:
        "Le sexe noté dans la fiche sociale, au 31 décembre. Les hommes et les personnes qui ont répondu autrement forment l’autre groupe : il n’est pas divisé, il serait trop petit.",
      missing: "Une personne dont le sexe n’est pas noté est parmi les non réparties ; la part se calcule sans elle.",
    },
    en: {
      label: "Persons present, by sex",
      question: "What is the share of women among the persons present?",
      definition:
        "The sex noted in the social file, on 31 December. Men and persons who answered otherwise are the other group: it is not divided, it would be too small.",
      missing: "A person whose sex is not noted is among those not spread; the share is reckoned without them.",
    },
  },
  unit: "persons",
  group: "persons",
  categories: ["woman", "notWoman"],
  on: "lastDay",
  source: "parcours",
  base: "present",
  query: `select category, sum(persons)::bigint as value, sum(persons)::bigint as weight from (
      select case when dimension = '' then '' when value = 'woman' then value else 'notWoman' end as category, persons
        from published.present
       where organization_id = :house and period = :period and dimension in ('', 'sex')) spread group by category`,
};
