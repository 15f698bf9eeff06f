import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const contributionRoutes: RouteConfigEntry[] = [
  route("contribution", "modules/contribution/run/contribution.page.tsx"),
  route("contribution/telecharger", "modules/contribution/run/contribution-file.page.ts"),
  route("contribution/regle", "modules/contribution/rule/adopt-rule.page.tsx"),
  route("contribution/simulation", "modules/contribution/comparison/simulation.page.tsx"),
  route("contribution/appel", "modules/contribution/run/post-run.page.tsx"),
  route("contribution/dispense", "modules/contribution/waiver/grant-waiver.page.tsx"),
];
