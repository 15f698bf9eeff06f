import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const accompanimentRoutes: RouteConfigEntry[] = [
  route("echeances", "modules/accompaniment/deadline/deadlines.page.tsx"),
  route("echeances/telecharger", "modules/accompaniment/deadline/deadlines-file.page.ts"),
];
