import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const objectivesRoutes: RouteConfigEntry[] = [
  route("conventions-d-objectifs", "modules/objectives/convention/conventions.page.tsx"),
  route("conventions-d-objectifs/nouvelle", "modules/objectives/convention/new-convention.page.tsx"),
  route("conventions-d-objectifs/:conventionId", "modules/objectives/convention/convention.page.tsx"),
  route("conventions-d-objectifs/:conventionId/objectifs", "modules/objectives/target/targets.page.tsx"),
  route("conventions-d-objectifs/:conventionId/financement", "modules/objectives/funding/funding.page.tsx"),
  route("conventions-d-objectifs/:conventionId/actions", "modules/objectives/action/actions.page.tsx"),
  route("conventions-d-objectifs/:conventionId/effets", "modules/objectives/effect/effects.page.tsx"),
  route("conventions-d-objectifs/:conventionId/rapport", "modules/objectives/report/report.page.ts"),
];
