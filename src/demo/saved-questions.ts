/** Two questions that the team of « L'Établi » keeps, and asks again before each meeting with a funder. */
import { addDays } from "#kernel/day.ts";
import type { Question } from "#modules/statistics/index.ts";
import type { Act } from "./act.ts";
import { at, STORY_START } from "./calendar.ts";
import { FOUNDER } from "./people.ts";

const underContract = { subject: "contract", operator: "filled", values: [], moment: "at", not: false } as const;
const inPriorityArea = { subject: "zone", operator: "in", values: ["qpv", "zfrr"], moment: "at", not: false } as const;

const PRIORITY: Question = {
  who: { join: "all", not: false, of: [underContract, inPriorityArea] },
  ...{ when: { kind: "today" }, known: null, rows: "zone", columns: "sex" },
};
const RIGHTS: Question = {
  who: {
    join: "all",
    not: false,
    of: [
      { subject: "contract", operator: "filled", values: [], moment: "once", not: false },
      {
        join: "any",
        not: false,
        of: [
          { subject: "situation_entry", operator: "in", values: ["rsa"], moment: "at", not: false },
          { subject: "study_level", operator: "in", values: ["none", "level_3"], moment: "at", not: false },
        ],
      },
    ],
  },
  ...{ when: { kind: "this_year" }, known: null, rows: "situation", columns: null },
};

export function savedQuestions(): Act[] {
  const day = addDays(STORY_START, 42);
  const by = FOUNDER.key;
  return [
    {
      ...{ key: "question:priority", at: at(day, 9, 10), by },
      deed: {
        verb: "keepQuestion",
        name: "Sous contrat, en quartier ou zone prioritaire",
        description: "Pour la convention avec Brest métropole et le Département.",
        question: PRIORITY,
      },
    },
    {
      ...{ key: "question:integration", at: at(day, 9, 20), by },
      deed: {
        verb: "keepQuestion",
        name: "Publics du PLIE : RSA à l’entrée ou peu diplômés",
        description: "Ce qu’ils sont devenus, d’après leur situation d’aujourd’hui.",
        question: RIGHTS,
      },
    },
  ];
}
