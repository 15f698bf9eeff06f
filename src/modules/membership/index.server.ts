/** Front door of membership: commands and reads other modules may use. */

export { type ActivityName, activitiesOf } from "./activity/activity.store.ts";
export { type Participation, participationsIn } from "./activity/activity-detail.store.ts";
export { closeActivity, reopenActivity } from "./activity/close-activity.command.ts";
export { openActivity } from "./activity/open-activity.command.ts";
export { presentActivity, updateActivity } from "./activity/update-activity.command.ts";
export { contractsOf, type StoredContract, statusesOn, statusOn } from "./contract/contract.store.ts";
export { cancelContract, endContract, recordContract } from "./contract/record-contract.command.ts";
export { grantRole, revokeRole } from "./grant/grant-role.command.ts";
export {
  type CreatedCooperative,
  createCooperative,
  type Installer,
  type NewCooperative,
} from "./organization/create-cooperative.command.ts";
export {
  cooperativesOf,
  findOrganization,
  hasCooperative,
  type Membership,
} from "./organization/organization.store.ts";
export {
  type ActivityProfile,
  activityProfile,
  type OrganizationProfile,
  organizationProfile,
  organizationVersion,
} from "./organization/profile.store.ts";
export { saveSettings, updateOrganization } from "./organization/update-organization.command.ts";
export { addParticipation, endParticipation, updateRights } from "./participation/change-participation.command.ts";
export { addPerson } from "./person/add-person.command.ts";
export { archivePerson, restorePerson } from "./person/archive-person.command.ts";
export { invitePerson, PERSON_INVITED } from "./person/invite-person.command.ts";
export { personNames } from "./person/name.store.ts";
export { personInvitedHandler } from "./person/person-invited.job.ts";
export { loadPresence } from "./person/presence.store.ts";
export { type FrameNames, frameNames } from "./person/shell.store.ts";
export { updatePerson } from "./person/update-person.command.ts";
export { addSite, renameSite } from "./site/change-site.command.ts";
