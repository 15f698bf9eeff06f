import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const portabilityRoutes: RouteConfigEntry[] = [
  route("activites/:activityId/emporter", "modules/sales/portability/portability.page.ts"),
];
