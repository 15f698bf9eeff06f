import { index, type RouteConfigEntry, route } from "@react-router/dev/routes";

export const deskRoutes: RouteConfigEntry[] = [
  index("modules/desk/home/home.page.tsx"),
  route("recherche", "modules/desk/search/search.page.tsx"),
];
