/** Only gathers the sentences of refusals that each module brings. */
import type { Language } from "#kernel/language.ts";
import type { Refusal } from "#kernel/refusal.ts";
import { accompanimentRefusals } from "./modules/accompaniment/refusals.ts";
import { bidRefusals } from "./modules/bid/refusals.ts";
import { consultationRefusals } from "./modules/consultation/refusals.ts";
import { contributionRefusals } from "./modules/contribution/refusals.ts";
import { delegationRefusals } from "./modules/delegation/refusals.ts";
import { deskRefusals } from "./modules/desk/refusals.ts";
import { documentsRefusals } from "./modules/documents/refusals.ts";
import { governanceRefusals } from "./modules/governance/refusals.ts";
import { gridRefusals } from "./modules/grid/refusals.ts";
import { labelRefusals } from "./modules/label/refusals.ts";
import { ledgerRefusals } from "./modules/ledger/refusals.ts";
import { meetingsRefusals } from "./modules/meetings/refusals.ts";
import { membershipRefusals } from "./modules/membership/refusals.ts";
import { networkRefusals } from "./modules/network/refusals.ts";
import { notificationRefusals } from "./modules/notification/refusals.ts";
import { objectivesRefusals } from "./modules/objectives/refusals.ts";
import { observatoryRefusals } from "./modules/observatory/refusals.ts";
import { parcoursRefusals } from "./modules/parcours/refusals.ts";
import { payrollRefusals } from "./modules/payroll/refusals.ts";
import { privacyRefusals } from "./modules/privacy/refusals.ts";
import { roomRefusals } from "./modules/room/refusals.ts";
import { salesRefusals } from "./modules/sales/refusals.ts";
import { skillsRefusals } from "./modules/skills/refusals.ts";
import { statisticsRefusals } from "./modules/statistics/refusals.ts";
import { trainingRefusals } from "./modules/training/refusals.ts";
import { treasuryRefusals } from "./modules/treasury/refusals.ts";
import { workgroupRefusals } from "./modules/workgroup/refusals.ts";
import { en as fieldEn } from "./platform/http/field.en.ts";
import { fr as fieldFr } from "./platform/http/field.fr.ts";
import { en as identityEn } from "./platform/session/identity.en.ts";
import { fr as identityFr } from "./platform/session/identity.fr.ts";
import { say } from "./ui/format.ts";

/** Sentences by code, in both languages: a module's `refusals.ts` exports one. */
export type RefusalSentences = Readonly<Record<Language, Readonly<Record<string, string>>>>;

const GATHERED: readonly RefusalSentences[] = [
  { fr: fieldFr.refusals, en: fieldEn.refusals },
  { fr: identityFr.refusals, en: identityEn.refusals },
  ledgerRefusals,
  membershipRefusals,
  salesRefusals,
  contributionRefusals,
  treasuryRefusals,
  payrollRefusals,
  accompanimentRefusals,
  parcoursRefusals,
  notificationRefusals,
  documentsRefusals,
  deskRefusals,
  statisticsRefusals,
  privacyRefusals,
  skillsRefusals,
  meetingsRefusals,
  networkRefusals,
  observatoryRefusals,
  consultationRefusals,
  roomRefusals,
  governanceRefusals,
  labelRefusals,
  gridRefusals,
  delegationRefusals,
  objectivesRefusals,
  workgroupRefusals,
  trainingRefusals,
  bidRefusals,
];

function merge(maps: readonly Readonly<Record<string, string>>[]): ReadonlyMap<string, string> {
  const merged = new Map<string, string>();
  for (const map of maps) {
    for (const [code, sentence] of Object.entries(map)) {
      if (merged.has(code)) throw new Error(`two modules bring a sentence for the refusal ${code}`);
      merged.set(code, sentence);
    }
  }
  return merged;
}

const SENTENCES: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  fr: merge(GATHERED.map((map) => map.fr)),
  en: merge(GATHERED.map((map) => map.en)),
};

const FIELDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { fr: fieldFr.fields, en: fieldEn.fields };

/** Every code that has a sentence, for the test that each refusal has one. */
export function knownRefusals(language: Language): readonly string[] {
  return [...SENTENCES[language].keys()];
}

/** The sentence of a refusal with its facts. Throws when nobody brought one: a defect that tests look for. */
export function sentence(refusal: Refusal, language: Language): string {
  const found = SENTENCES[language].get(refusal.code);
  if (found === undefined) throw new Error(`no sentence for the refusal ${refusal.code}`);
  return say(found, refusal.facts, language);
}

/** The sentence of a field's code. What the schema says in its own words ("Invalid input…") becomes a plain sentence. */
export function fieldSentence(code: string, language: Language): string {
  return FIELDS[language][code] ?? SENTENCES[language].get(code) ?? FIELDS[language]["field.other"] ?? code;
}
