import type { PersonalTable } from "#kernel/personal-data.ts";

/** Which tables of consultations speak of somebody: an answer is a structure’s, whoever sent it. */
export const consultationPersonalData: readonly PersonalTable[] = [
  { table: "consultation.answer", not: "nobody" },
  { table: "consultation.gathering", not: "nobody" },
  { table: "consultation.ranking", not: "nobody" },
  { table: "consultation.consultation", not: "nobody" },
  { table: "consultation.axis", not: "nobody" },
  { table: "consultation.phase", not: "nobody" },
  { table: "consultation.asked_structure", not: "nobody" },
  { table: "consultation.synthesis", not: "nobody" },
];
