import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const governanceRoutes: RouteConfigEntry[] = [
  route("associes", "modules/governance/associate/associates.page.tsx"),
  route("associes/telecharger", "modules/governance/associate/register-file.page.ts"),
  route("associes/mouvements", "modules/governance/share/movements-file.page.ts"),
  route("associes/nouveau", "modules/governance/associate/new-associate.page.tsx"),
  route("associes/:associateId", "modules/governance/associate/associate.page.tsx"),
  route("associes/:associateId/attestation", "modules/governance/share/certificate.page.ts"),
  route("mes-parts", "modules/governance/share/my-shares.page.tsx"),
  route("assemblees", "modules/governance/assembly/assemblies.page.tsx"),
  route("assemblees/nouvelle", "modules/governance/assembly/new-assembly.page.tsx"),
  route("assemblees/:assemblyId", "modules/governance/assembly/assembly.page.tsx"),
  route("assemblees/:assemblyId/modifier", "modules/governance/assembly/edit-assembly.page.tsx"),
  route("assemblees/documents/:enclosureId", "modules/governance/enclosure/enclosure-file.page.ts"),
  route("assemblees/:assemblyId/seance", "modules/governance/attendance/session.page.tsx"),
  route("assemblees/:assemblyId/ecran", "modules/governance/attendance/room.page.tsx"),
  route("assemblees/:assemblyId/voter", "modules/governance/attendance/mine.page.tsx"),
  route("assemblees/:assemblyId/proces-verbal", "modules/governance/minutes/minutes.page.tsx"),
  route("assemblees/:assemblyId/proces-verbal/pdf", "modules/governance/minutes/minutes-pdf.page.ts"),
  route("decisions", "modules/governance/motion/decisions.page.tsx"),
  route("reglages/associes", "modules/governance/setup/articles.page.tsx"),
];
