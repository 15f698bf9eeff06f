import type { PersonalTable } from "#kernel/personal-data.ts";

/** Which tables of the label speak of somebody: whom they were asked to assess. The rest speaks of structures. */
export const labelPersonalData: readonly PersonalTable[] = [
  { table: "label.assessor", of: "person_id", words: { fr: "Structures évaluées", en: "Structures assessed" } },
  {
    table: "label.finding",
    of: "person_id",
    hidden: ["value", "code", "note"],
    words: { fr: "Constats écrits", en: "Findings written" },
  },
  { table: "label.referential", not: "nobody" },
  { table: "label.edition", not: "nobody" },
  { table: "label.criterion", not: "nobody" },
  { table: "label.labelling", not: "nobody" },
  { table: "label.evidence", not: "nobody" },
  { table: "label.answer", not: "nobody" },
  { table: "label.answer_evidence", not: "nobody" },
  { table: "label.corrective_action", not: "nobody" },
  { table: "label.decision", not: "nobody" },
];
