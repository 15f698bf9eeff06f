/** Front door of membership: commands and reads other modules may use. */
export { type ActivityName, activitiesOf } from "./activity/activity.store.ts";
export {
  type ActivityProfile,
  activityProfile,
  type OrganizationProfile,
  organizationProfile,
} from "./organization/profile.store.ts";
export { loadPresence } from "./person/presence.store.ts";
export { type FrameNames, frameNames } from "./person/shell.store.ts";
