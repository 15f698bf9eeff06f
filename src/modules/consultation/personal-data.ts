import type { PersonalTable } from "#kernel/personal-data.ts";

/** Which tables of consultations speak of somebody: what they answered for their structure. */
export const consultationPersonalData: readonly PersonalTable[] = [
  {
    table: "consultation.answer",
    of: "recorded_by",
    words: { fr: "Réponses aux consultations du réseau", en: "Answers to consultations of the network" },
  },
  { table: "consultation.gathering", not: "nobody" },
  { table: "consultation.ranking", not: "nobody" },
  { table: "consultation.consultation", not: "nobody" },
  { table: "consultation.axis", not: "nobody" },
  { table: "consultation.phase", not: "nobody" },
  { table: "consultation.asked_structure", not: "nobody" },
  { table: "consultation.synthesis", not: "nobody" },
];
