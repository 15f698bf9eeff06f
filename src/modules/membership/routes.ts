import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Within a cooperative: its people, its activities, its settings. */
export const membershipRoutes: RouteConfigEntry[] = [
  route("personnes", "modules/membership/person/persons.page.tsx"),
  route("personnes/telecharger", "modules/membership/person/persons-file.page.ts"),
  route("personnes/nouvelle", "modules/membership/person/new-person.page.tsx"),
  route("personnes/:personId", "modules/membership/person/person.page.tsx"),
  route("personnes/:personId/contrats/:contractId", "modules/membership/terms/terms.page.tsx"),
  route("activites", "modules/membership/activity/activities.page.tsx"),
  route("activites/telecharger", "modules/membership/activity/activities-file.page.ts"),
  route("activites/nouvelle", "modules/membership/activity/new-activity.page.tsx"),
  route("activites/:activityId", "modules/membership/activity/activity.page.tsx"),
  route("activites/:activityId/assurances", "modules/membership/cover/protection.page.tsx"),
  route("activites/:activityId/logo", "modules/membership/activity/logo.page.ts"),
  route("reglages", "modules/membership/organization/settings.page.tsx"),
];
