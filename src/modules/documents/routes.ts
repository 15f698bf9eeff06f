import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const documentsRoutes: RouteConfigEntry[] = [
  route("documents/modeles", "modules/documents/template/templates.page.tsx"),
  route("documents/modele", "modules/documents/template/template-file.page.ts"),
  route("documents/statuts", "modules/documents/template/statutes-file.page.ts"),
  route("documents/champs", "modules/documents/field/fields.page.tsx"),
  route("documents/:documentId", "modules/documents/document/document.page.tsx"),
  route("documents/:documentId/pdf", "modules/documents/document/document-file.page.ts"),
  route("documents/:documentId/docx", "modules/documents/document/document-word.page.ts"),
  route("documents/:documentId/signer", "modules/documents/signature/sign.page.tsx"),
  route("documents/:documentId/signe", "modules/documents/signature/signed-file.page.ts"),
  route("pieces", "modules/documents/piece/pieces.page.tsx"),
  route("pieces/:pieceId", "modules/documents/piece/piece-file.page.ts"),
  route("pieces/:pieceId/apercu", "modules/documents/piece/piece-preview.page.tsx"),
  route("activites/:activityId/pieces", "modules/documents/piece/activity-pieces.page.tsx"),
  route("personnes/:personId/documents", "modules/documents/document/person-documents.page.tsx"),
  route("personnes/:personId/documents/nouveau", "modules/documents/document/new-document.page.tsx"),
  route("mes-documents", "modules/documents/document/my-documents.page.tsx"),
];

/** Outside of any cooperative: whoever holds a signed document may check it. */
export const verifyRoutes: RouteConfigEntry[] = [
  route("verifier/:token", "modules/documents/signature/verify.page.tsx"),
];
