import { layout, type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Within a cooperative: the file and the history of a person, those who would like to join, their meetings. */
export const parcoursRoutes: RouteConfigEntry[] = [
  route("personnes/:personId/dossier", "modules/parcours/social-file/social-file.page.tsx"),
  route("personnes/:personId/historique", "modules/parcours/history/history.page.tsx"),
  route("personnes/:personId/sensible", "modules/parcours/sensitive/sensitive.page.tsx"),
  route("personnes/importer", "modules/parcours/import/import-persons.page.tsx"),
  route("personnes/imports", "modules/parcours/import/imports.page.tsx"),
  route("personnes/imports/:importId", "modules/parcours/import/undo-import.page.tsx"),
  route("candidatures", "modules/parcours/candidate/candidates.page.tsx"),
  route("candidatures/telecharger", "modules/parcours/candidate/candidates-file.page.ts"),
  route("candidatures/nouvelle", "modules/parcours/candidate/new-candidate.page.tsx"),
  route("candidatures/:candidateId", "modules/parcours/candidate/candidate.page.tsx"),
  route("candidatures/:candidateId/modifier", "modules/parcours/candidate/edit-candidate.page.tsx"),
  route("reunions-information", "modules/parcours/information-meeting/meetings.page.tsx"),
  route("reunions-information/nouvelle", "modules/parcours/information-meeting/new-meeting.page.tsx"),
  route("reunions-information/:meetingId", "modules/parcours/information-meeting/meeting.page.tsx"),
  route("reglages/page-publique", "modules/parcours/intake/intake.page.tsx"),
  route("personnes/:personId/candidature", "modules/parcours/candidate/candidacy.page.tsx"),
];

/** Of a cooperative, for anybody and without its frame. */
export const publicParcoursRoutes: RouteConfigEntry[] = [
  layout("modules/parcours/application/public-frame.page.tsx", [
    route("rejoindre", "modules/parcours/application/join.page.tsx"),
    route("rejoindre/merci", "modules/parcours/application/thanks.page.tsx"),
    route("rejoindre/suivi/:token", "modules/parcours/application/own-candidacy.page.tsx"),
  ]),
  route("rejoindre/suivi/:token/reunion.ics", "modules/parcours/application/own-meeting.page.ts"),
];
