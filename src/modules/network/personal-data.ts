import type { PersonalTable } from "#kernel/personal-data.ts";

/** Which tables of networks speak of somebody: for whom they spoke, and when. */
export const networkPersonalData: readonly PersonalTable[] = [
  { table: "network.seat", of: "person_id", words: { fr: "Structures représentées", en: "Structures represented" } },
  { table: "network.structure", not: "nobody" },
  { table: "network.affiliation", not: "nobody" },
  { table: "network.place", not: "nobody" },
  { table: "network.contact", not: "nobody" },
  { table: "network.page", not: "nobody" },
];
