import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const setupRoutes: RouteConfigEntry[] = [
  route("reglages/ventes", "modules/sales/setup/sales-settings.page.tsx"),
];
