import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Within a cooperative: the file and the history of a person. */
export const parcoursRoutes: RouteConfigEntry[] = [
  route("personnes/:personId/dossier", "modules/parcours/social-file/social-file.page.tsx"),
  route("personnes/:personId/historique", "modules/parcours/history/history.page.tsx"),
];
