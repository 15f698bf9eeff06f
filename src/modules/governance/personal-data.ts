import { inWords, type PersonalTable } from "#kernel/personal-data.ts";
import { en as assemblyEn } from "./assembly/assembly.en.ts";
import { fr as assemblyFr } from "./assembly/assembly.fr.ts";
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
  {
    table: "governance.convocation",
    of: "person_id",
    words: { fr: "Convocations aux assemblées", en: "Convocations to assemblies" },
  },
  { table: "governance.voter", of: "person_id", words: { fr: "Votants des assemblées", en: "Voters of assemblies" } },
  {
    table: "governance.assembly_presence",
    say: inWords({ fr: { how: assemblyFr.hows }, en: { how: assemblyEn.hows } }),
    hidden: ["rank"],
    within: ["associate_id", "governance.associate"],
    words: { fr: "Présence aux assemblées", en: "Attendance at assemblies" },
  },
  {
    table: "governance.proxy",
    hidden: ["rank"],
    within: ["giver_id", "governance.associate"],
    words: { fr: "Pouvoirs donnés", en: "Proxies given" },
  },
  {
    table: "governance.vote",
    say: inWords({
      fr: { how: assemblyFr.hows, choice: assemblyFr.choices },
      en: { how: assemblyEn.hows, choice: assemblyEn.choices },
    }),
    hidden: ["rank"],
    within: ["associate_id", "governance.associate"],
    words: { fr: "Votes publics", en: "Open votes" },
  },
  { table: "governance.assembly", not: "nobody" },
  { table: "governance.assembly_minutes", not: "nobody" },
  { table: "governance.enclosure", not: "nobody" },
  { table: "governance.motion", not: "nobody" },
  { table: "governance.motion_result", not: "nobody" },
  { table: "governance.articles", not: "nobody" },
  { table: "governance.college", not: "nobody" },
  { table: "governance.limit_change", not: "nobody" },
  { table: "governance.register", not: "technical" },
];
