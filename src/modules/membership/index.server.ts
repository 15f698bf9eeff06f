/** Front door of membership: commands and reads other modules may use. */

export { act, readForm } from "./act.page.ts";
export { mayActivity } from "./activity/activity.policy.ts";
export { type ActivityName, activitiesOf } from "./activity/activity.store.ts";
export { activitiesOfPerson, participationsIn, type Taking, takingPart } from "./activity/activity-detail.store.ts";
export { checkLogo } from "./activity/logo.ts";
export { openActivity } from "./activity/open-activity.command.ts";
export { runningActivities } from "./activity/running-activities.store.ts";
export { presentActivity } from "./activity/update-activity.command.ts";
export { agreementsOf } from "./agreement/agreement.store.ts";
export { recordAgreement } from "./agreement/record-agreement.command.ts";
export { optionalAmount, requiredAmount } from "./amount-field.ts";
export { contractsOf, statusesOn, statusOn } from "./contract/contract.store.ts";
export { contractsBetween, type RunningContract } from "./contract/contracts-between.store.ts";
export { contractsInReach } from "./contract/contracts-in-reach.store.ts";
export { notifyBody } from "./contract/notify-body.command.ts";
export { cancelContract, endContract, recordContract } from "./contract/record-contract.command.ts";
export { coversLacking, coversOf, coversRequired } from "./cover/cover.store.ts";
export { recordCover, requireCovers } from "./cover/record-cover.command.ts";
export { grantRole } from "./grant/grant-role.command.ts";
export { factsOf, factsOfPersons, replaceFact, standingFacts, statesOn, writeFact } from "./history/fact.store.ts";
export { type Fact, stateOn } from "./history/fact.ts";
export {
  activitiesOn,
  heldSpans,
  heldValues,
  lastMomentOf,
  personsWithin,
  type RowsOf,
} from "./history/held.store.ts";
export {
  createCooperative,
  type Installer,
  type NewCooperative,
} from "./organization/create-cooperative.command.ts";
export { parseSiren, parseSiret } from "./organization/legal-number.ts";
export {
  cooperativesOf,
  findOrganization,
  hasCooperative,
} from "./organization/organization.store.ts";
export {
  activityProfile,
  organizationProfile,
  organizationVersion,
} from "./organization/profile.store.ts";
export { saveSettings } from "./organization/update-organization.command.ts";
export { addParticipation } from "./participation/change-participation.command.ts";
export { addPerson } from "./person/add-person.command.ts";
export { archivePerson, PERSON_ARCHIVED } from "./person/archive-person.command.ts";
export { holdersOf, membersHolding } from "./person/holders.store.ts";
export { PERSON_INVITED } from "./person/invite-person.command.ts";
export { lockPerson, personNames } from "./person/name.store.ts";
export { mayAddPerson, mayPerson, type PersonFacts } from "./person/person.policy.ts";
export { findPerson, listFollowers } from "./person/person.store.ts";
export { personInvitedHandler } from "./person/person-invited.job.ts";
export { loadPresence } from "./person/presence.store.ts";
export { addressLinesOf, contactsOf, entrepreneursOf, membersAmong, supportOf } from "./person/reached-by.store.ts";
export { personsReached, type ReachedPerson, reachedPersons, reachesPerson } from "./person/reached-persons.store.ts";
export { type ResemblingPerson, resemblingPersons } from "./person/resembling.store.ts";
export { frameNames } from "./person/shell.store.ts";
export { mentionedPersons, untouchedContracts, withdrawPerson } from "./person/withdraw-person.store.ts";
export { addSite } from "./site/change-site.command.ts";
export { sitesOf } from "./site/site.store.ts";
export { changeTerms } from "./terms/change-terms.command.ts";
export { termsInForce, termsOfContract } from "./terms/terms.store.ts";
