import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

export const deskRoutes: RouteConfigEntry[] = [
  index("modules/desk/home/home.page.tsx"),
  route("vues", "modules/desk/list/views.page.tsx"),
  route("affichage", "modules/desk/list/arrange.page.ts"),
  route("portefeuille", "modules/desk/portfolio/portfolio.page.tsx"),
  route("personnes/:personId/point", "modules/desk/portfolio/briefing.page.tsx"),
  route("personnes/:personId/sortie", "modules/desk/exit/exit.page.tsx"),
  route("recherche", "modules/desk/search/search.page.tsx"),
];
