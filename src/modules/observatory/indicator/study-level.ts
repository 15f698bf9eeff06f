import type { Indicator } from "./indicator.ts";

export const studyLevel: Indicator = {
  key: "studyLevel",
  version: 1,
  words: {
    fr: {
      label: "Personnes présentes, par niveau d’études",
      question: "Quel est le niveau d’études des personnes présentes ?",
      definition:
        "Le niveau noté dans la fiche sociale, selon le cadre national des certifications, regroupé en trois : en dessous du bac, bac (niveau 4), au-delà.",
      missing: "Un niveau qui n’est pas noté est parmi les non répartis.",
    },
    en: {
      label: "Persons present, by level of studies",
      question: "What is the level of studies of the persons present?",
      definition:
        "The level noted in the social file, by the national framework of certifications, in three groups: below the baccalauréat, baccalauréat (level 4), above.",
      missing: "A level that is not noted is among those not spread.",
    },
  },
  unit: "persons",
  group: "persons",
  categories: ["below4", "level4", "above4"],
  on: "lastDay",
  source: "parcours",
  base: "present",
  query: `select category, sum(persons)::bigint as value, sum(persons)::bigint as weight from (
      select case when dimension = '' then '' when value in ('none', 'level_3') then 'below4'
                  when value = 'level_4' then 'level4' else 'above4' end as category, persons
        from published.present
       where organization_id = :house and period = :period and dimension in ('', 'study_level')) spread group by category`,
};
