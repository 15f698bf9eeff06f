/** Front door of membership: commands and reads other modules may use. */
export { type ActivityName, activitiesOf } from "./activity/activity.store.ts";
export { contractsOf, type StoredContract, statusesOn, statusOn } from "./contract/contract.store.ts";
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
} from "./organization/profile.store.ts";
export { personNames } from "./person/name.store.ts";
export { loadPresence } from "./person/presence.store.ts";
export { type FrameNames, frameNames } from "./person/shell.store.ts";
