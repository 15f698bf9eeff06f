import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const trainingRoutes: RouteConfigEntry[] = [
  route("formations", "modules/training/course/courses.page.tsx"),
  route("formations/nouvelle", "modules/training/course/new-course.page.tsx"),
  route("formations/:courseId", "modules/training/course/course.page.tsx"),
  route("formations/:courseId/sessions/:runId", "modules/training/run/run.page.tsx"),
  route("formations/:courseId/sessions/:runId/dossier/:structureId", "modules/training/run/folder.page.ts"),
];
