import { inWords, type PersonalTable } from "#kernel/personal-data.ts";
import { en } from "./contract/contract.en.ts";
import { fr } from "./contract/contract.fr.ts";
import { en as coverEn } from "./cover/cover.en.ts";
import { fr as coverFr } from "./cover/cover.fr.ts";
import { en as grantEn } from "./grant/grant.en.ts";
import { fr as grantFr } from "./grant/grant.fr.ts";

/** Which tables of membership speak of somebody. The dated facts are told by parcours, which has their words. */
export const membershipPersonalData: readonly PersonalTable[] = [
  { table: "membership.person", of: "id", words: { fr: "Identité", en: "Identity" } },
  {
    table: "membership.contract",
    of: "person_id",
    words: { fr: "Contrats", en: "Contracts" },
    say: inWords({ fr: { kind: fr.kinds }, en: { kind: en.kinds } }),
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
    say: inWords({ fr: { kind: coverFr.kinds }, en: { kind: coverEn.kinds } }),
    within: ["activity_id", "membership.participation", "activity_id"],
    words: { fr: "Assurances et qualifications", en: "Insurance and qualifications" },
  },
  {
    table: "membership.role_grant",
    say: inWords({ fr: { role: grantFr.roles }, en: { role: grantEn.roles } }),
    of: "person_id",
    words: { fr: "Rôles", en: "Roles" },
  },
  { table: "membership.organization", not: "nobody" },
  { table: "membership.site", not: "nobody" },
  // What the facts say and said, read once for counting.
  { table: "membership.holding", not: "technical" },
  { table: "membership.known_holding", not: "technical" },
];
