import type { PersonalTable } from "#kernel/personal-data.ts";

/** Which tables of grids speak of somebody: what they were asked to rate, and how they did. */
export const gridPersonalData: readonly PersonalTable[] = [
  { table: "grid.rater", of: "person_id", words: { fr: "Projets appréciés", en: "Projects rated" } },
  {
    table: "grid.rating",
    of: "person_id",
    hidden: ["code", "level", "rated_at"],
    words: { fr: "Appréciations", en: "Ratings" },
  },
  { table: "grid.model", not: "nobody" },
  { table: "grid.indicator", not: "nobody" },
  { table: "grid.project", not: "nobody" },
  { table: "grid.partner", not: "nobody" },
  { table: "grid.round", not: "nobody" },
  { table: "grid.remark", not: "nobody" },
  { table: "grid.agreed_value", not: "nobody" },
  { table: "grid.plan_action", not: "nobody" },
];
