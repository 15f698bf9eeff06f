import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const skillsRoutes: RouteConfigEntry[] = [
  route("annuaire", "modules/skills/directory/directory.page.tsx"),
  route("annuaire/moi", "modules/skills/directory/own-entry.page.tsx"),
  route("annuaire/reponse", "modules/skills/directory/joint-answer.page.tsx"),
  route("competences", "modules/skills/evaluation/my-skills.page.tsx"),
  route("competences/besoins", "modules/skills/need/needs.page.tsx"),
  route("competences/besoins/personnes", "modules/skills/need/needed-by.page.tsx"),
  route("personnes/:personId/competences", "modules/skills/evaluation/skills.page.tsx"),
  route("personnes/:personId/competences/evaluer", "modules/skills/evaluation/evaluate.page.tsx"),
  route("reglages/competences", "modules/skills/grid/grid.page.tsx"),
];
