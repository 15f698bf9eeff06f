import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const privacyRoutes: RouteConfigEntry[] = [
  route("mes-donnees", "modules/privacy/own-data/own-data.page.tsx"),
  route("mes-donnees/archive", "modules/privacy/archive/own-archive.page.ts"),
  route("personnes/:personId/donnees/archive", "modules/privacy/archive/person-archive.page.ts"),
  route("personnes/:personId/donnees", "modules/privacy/erasure/person-data.page.tsx"),
  route("candidatures/:candidateId/effacement", "modules/privacy/erasure/candidacy-erasure.page.tsx"),
  route("reglages/donnees", "modules/privacy/retention/retention.page.tsx"),
  route("reglages/donnees/consentements", "modules/privacy/consent/wordings.page.tsx"),
  route("reglages/donnees/demandes", "modules/privacy/erasure/requests.page.tsx"),
  route("reglages/donnees/registre", "modules/privacy/processing/register.page.tsx"),
  route("reglages/donnees/registre/telecharger", "modules/privacy/processing/register-file.page.ts"),
  route("reglages/donnees/registre/fiche", "modules/privacy/processing/processing-form.page.tsx"),
  route("reglages/donnees/acces", "modules/privacy/access/accesses.page.tsx"),
  route("reglages/donnees/acces/telecharger", "modules/privacy/access/accesses-file.page.ts"),
];
