import type { PersonalTable } from "#kernel/personal-data.ts";

/** Which tables of contribution speak of somebody. */
export const contributionPersonalData: readonly PersonalTable[] = [
  { table: "contribution.waiver", of: "person_id", words: { fr: "Dispenses de contribution", en: "Waivers" } },
  {
    table: "contribution.waiver_withdrawal",
    within: ["waiver_id", "contribution.waiver"],
    words: { fr: "Dispenses retirées", en: "Withdrawn waivers" },
  },
  { table: "contribution.head", not: "technical" },
  { table: "contribution.rule_version", not: "nobody" },
  { table: "contribution.run", not: "books" },
  { table: "contribution.run_line", not: "books" },
];
