import type { PersonalTable } from "#kernel/personal-data.ts";
import { en } from "./contract/contract.en.ts";
import { fr } from "./contract/contract.fr.ts";

/** Which tables of membership speak of somebody. The dated facts are told by parcours, which has their words. */
export const membershipPersonalData: readonly PersonalTable[] = [
  { table: "membership.person", of: "id", words: { fr: "Identité", en: "Identity" } },
  {
    table: "membership.contract",
    of: "person_id",
    words: { fr: "Contrats", en: "Contracts" },
    say: (column, row, language) =>
      column === "kind" ? (language === "fr" ? fr : en).kinds[row.kind as "cape" | "cesa"] : undefined,
  },
  { table: "membership.participation", of: "person_id", words: { fr: "Activités", en: "Activities" } },
  {
    table: "membership.activity",
    within: ["id", "membership.participation", "activity_id"],
    words: { fr: "Enseignes", en: "Trade names" },
    hidden: ["accent_colour", "logo_hash"],
  },
  {
    table: "membership.agreement",
    within: ["activity_id", "membership.participation", "activity_id"],
    words: { fr: "Conventions d’activité commune", en: "Shared activities" },
  },
  {
    table: "membership.cover",
    within: ["activity_id", "membership.participation", "activity_id"],
    words: { fr: "Assurances et qualifications", en: "Insurance and qualifications" },
  },
  { table: "membership.role_grant", of: "person_id", words: { fr: "Rôles", en: "Roles" } },
  { table: "membership.organization", not: "nobody" },
  { table: "membership.site", not: "nobody" },
  // What the facts say, read once for counting.
  { table: "membership.holding", not: "technical" },
];
