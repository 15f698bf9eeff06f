import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const setupRoutes: RouteConfigEntry[] = [
  route("reglages/ventes", "modules/sales/setup/sales-settings.page.tsx"),
  route("reglages/ventes/exemple", "modules/sales/setup/sample-of-cooperative.page.ts"),
  route("activites/:activityId/exemple", "modules/sales/setup/sample-of-activity.page.ts"),
];
