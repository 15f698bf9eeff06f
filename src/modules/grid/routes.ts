import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const gridRoutes: RouteConfigEntry[] = [
  route("cooperation", "modules/grid/project/projects.page.tsx"),
  route("cooperation/grilles", "modules/grid/model/models.page.tsx"),
  route("cooperation/grilles/:gridModelId", "modules/grid/model/model.page.tsx"),
  route("cooperation/grilles/:gridModelId/indicateurs.csv", "modules/grid/model/indicators-file.page.ts"),
  route("cooperation/projets/:gridProjectId", "modules/grid/project/project.page.tsx"),
  route("cooperation/tours/:gridRoundId", "modules/grid/round/round.page.tsx"),
  route("cooperation/tours/:gridRoundId/apprecier", "modules/grid/rating/rate.page.tsx"),
  route("cooperation/tours/:gridRoundId/indicateur", "modules/grid/rating/indicator.page.tsx"),
  route("cooperation/tours/:gridRoundId/rapport.pdf", "modules/grid/round/report.page.ts"),
];
