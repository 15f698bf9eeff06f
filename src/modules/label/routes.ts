import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const labelRoutes: RouteConfigEntry[] = [
  route("label", "modules/label/labelling/labellings.page.tsx"),
  route("label/audits", "modules/label/audit/audits.page.tsx"),
  route("label/preuves", "modules/label/evidence/evidence.page.tsx"),
  route("label/preuves/:evidenceId/fichier", "modules/label/evidence/evidence-file.page.ts"),
  route("label/referentiels", "modules/label/referential/referentials.page.tsx"),
  route("label/referentiels/:editionId", "modules/label/referential/edition.page.tsx"),
  route("label/referentiels/:editionId/criteres.csv", "modules/label/referential/criteria-file.page.ts"),
  route("label/demarches/:labellingId", "modules/label/labelling/labelling.page.tsx"),
  route("label/demarches/:labellingId/critere", "modules/label/labelling/criterion.page.tsx"),
  route("label/demarches/:labellingId/certificat.pdf", "modules/label/decision/certificate.page.ts"),
];
