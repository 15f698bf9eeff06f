import type { PersonalTable } from "#kernel/personal-data.ts";

/** Which tables of the desk speak of somebody: how they like their lists. */
export const deskPersonalData: readonly PersonalTable[] = [
  { table: "desk.saved_view", of: "person_id", words: { fr: "Vues enregistrées", en: "Saved views" } },
  { table: "desk.list_arrangement", of: "person_id", words: { fr: "Affichage des listes", en: "Display of lists" } },
];
