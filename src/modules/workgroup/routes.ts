import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const workgroupRoutes: RouteConfigEntry[] = [
  route("groupes-de-travail", "modules/workgroup/group/groups.page.tsx"),
  route("groupes-de-travail/nouveau", "modules/workgroup/group/new-group.page.tsx"),
  route("groupes-de-travail/:workgroupId", "modules/workgroup/group/group.page.tsx"),
  route("groupes-de-travail/:workgroupId/seances", "modules/workgroup/session/sessions.page.tsx"),
  route("groupes-de-travail/:workgroupId/seances/:sessionId", "modules/workgroup/session/session.page.tsx"),
  route("groupes-de-travail/:workgroupId/travaux", "modules/workgroup/work/work.page.tsx"),
  route("groupes-de-travail/:workgroupId/fichiers/:versionId", "modules/workgroup/work/shared-file.page.ts"),
  route("groupes-de-travail/:workgroupId/trame", "modules/workgroup/template/template.page.tsx"),
  route("besoins-et-offres", "modules/workgroup/matrix/matrix.page.tsx"),
];
