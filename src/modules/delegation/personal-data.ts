import { DELEGABLE_WORK } from "#kernel/actor.ts";
import { inWords, type PersonalTable } from "#kernel/personal-data.ts";
import { en } from "./delegation.en.ts";
import { fr } from "./delegation.fr.ts";

const pick = (words: Readonly<Record<string, string>>) =>
  Object.fromEntries(DELEGABLE_WORK.map((work) => [work, words[work] ?? ""]));

/** Which tables of delegation speak of somebody: the work that is done about them elsewhere, who was named for it. */
export const delegationPersonalData: readonly PersonalTable[] = [
  {
    table: "delegation.work",
    of: "person_id",
    words: { fr: "Travaux confiés à une autre CAE", en: "Work entrusted to another cooperative" },
    say: inWords({ fr: { work: pick(fr.works) }, en: { work: pick(en.works) } }),
  },
  {
    table: "delegation.comment",
    within: ["work_id", "delegation.work"],
    words: { fr: "Échanges sur les travaux confiés", en: "Words about entrusted work" },
    say: inWords({ fr: { side: fr.sides }, en: { side: en.sides } }),
  },
  {
    table: "delegation.naming",
    of: "person_id",
    words: { fr: "Accès délégués chez une autre CAE", en: "Delegated access to another cooperative" },
  },
  // Signed by a name, as a contract is.
  { table: "delegation.agreement", not: "books" },
  // Of somebody of another house: given back there.
  { table: "delegation.delegate", not: "apart" },
  { table: "delegation.volume", not: "nobody" },
  { table: "delegation.bill", not: "nobody" },
];
