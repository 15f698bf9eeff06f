import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const governanceRoutes: RouteConfigEntry[] = [
  route("associes", "modules/governance/associate/associates.page.tsx"),
  route("associes/telecharger", "modules/governance/associate/register-file.page.ts"),
  route("associes/mouvements", "modules/governance/share/movements-file.page.ts"),
  route("associes/nouveau", "modules/governance/associate/new-associate.page.tsx"),
  route("associes/:associateId", "modules/governance/associate/associate.page.tsx"),
  route("associes/:associateId/attestation", "modules/governance/share/certificate.page.ts"),
  route("mes-parts", "modules/governance/share/my-shares.page.tsx"),
  route("reglages/associes", "modules/governance/setup/articles.page.tsx"),
];
