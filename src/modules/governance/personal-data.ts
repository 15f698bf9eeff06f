import { inWords, type PersonalTable } from "#kernel/personal-data.ts";
import { en as associateEn } from "./associate/associate.en.ts";
import { fr as associateFr } from "./associate/associate.fr.ts";
import { en as articlesEn } from "./setup/articles.en.ts";
import { fr as articlesFr } from "./setup/articles.fr.ts";
import { en as shareEn } from "./share/share.en.ts";
import { fr as shareFr } from "./share/share.fr.ts";

/** Which tables of governance speak of somebody: their place in the register and their shares. */
export const governancePersonalData: readonly PersonalTable[] = [
  {
    table: "governance.associate",
    say: inWords({ fr: { kind: associateFr.kinds }, en: { kind: associateEn.kinds } }),
    of: "person_id",
    hidden: ["number"],
    words: { fr: "Registre des associés", en: "Register of associates" },
  },
  {
    table: "governance.associate_event",
    say: inWords({
      fr: { kind: associateFr.eventWords, decided_by: articlesFr.admitters },
      en: { kind: associateEn.eventWords, decided_by: articlesEn.admitters },
    }),
    within: ["associate_id", "governance.associate"],
    hidden: ["rank"],
    words: { fr: "Admission, sortie", en: "Admission, departure" },
  },
  {
    table: "governance.share_movement",
    say: inWords({ fr: { kind: shareFr.kinds }, en: { kind: shareEn.kinds } }),
    within: ["associate_id", "governance.associate"],
    hidden: ["rank"],
    words: { fr: "Mouvements de parts sociales", en: "Movements of shares" },
  },
  { table: "governance.articles", not: "nobody" },
  { table: "governance.college", not: "nobody" },
  { table: "governance.register", not: "technical" },
];
