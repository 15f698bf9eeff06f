import type { PersonalTable } from "#kernel/personal-data.ts";

/** Which tables of statistics speak of somebody: their author. */
export const statisticsPersonalData: readonly PersonalTable[] = [
  { table: "statistics.sheet", of: "author_id", words: { fr: "Questions enregistrées", en: "Saved questions" } },
];
