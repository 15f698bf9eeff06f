import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const treasuryRoutes: RouteConfigEntry[] = [
  route("argent", "modules/treasury/money/money.page.tsx"),
  route("reglages/tresorerie", "modules/treasury/layout/treasury-settings.page.tsx"),
];
