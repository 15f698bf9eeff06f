/** Front door of membership for pure things. Browsers take it too: what needs a library of numbers is at the other door. */

export { type Agreement, lacksAgreement } from "./agreement/agreement.ts";
export type { Contract } from "./contract/contract.ts";
export { capeRenewalsLeft, statusOf } from "./contract/contract.ts";
export { lastDayOfDelay, monthsAndDays, TRIAL_MONTHS } from "./contract/delay.ts";
export { COVER_KINDS, coveredUntil } from "./cover/cover.ts";
export { type Fact, stateOn } from "./history/fact.ts";
export { en as organizationEnglish } from "./organization/organization.en.ts";
export { fr as organizationFrench } from "./organization/organization.fr.ts";
export { proposedColour, TIME_ZONES } from "./organization/organization.ts";
export { en as similarEnglish } from "./person/similar.en.ts";
export { fr as similarFrench } from "./person/similar.fr.ts";
export {
  bySureness,
  type Identifying,
  phoneDigits,
  SIMILARITIES,
  type Similarity,
  similarities,
} from "./person/similar.ts";
export { belowSmic } from "./terms/smic.ts";
export { en as termsEnglish } from "./terms/terms.en.ts";
export { fr as termsFrench } from "./terms/terms.fr.ts";
export { missingTerms, TERMS, type TermKey, type Terms, termsOfKind, trialEndOf } from "./terms/terms.ts";
