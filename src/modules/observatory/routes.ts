import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** In a cooperative: what leaves. In a network: what is published. */
export const observatoryRoutes: RouteConfigEntry[] = [
  route("observatoire", "modules/observatory/connection/telling.page.tsx"),
  route("observatoire/connexion", "modules/observatory/connection/connection.page.tsx"),
  route("observatoire/envois/:sendingId", "modules/observatory/connection/sending.page.tsx"),
  route("observatoire/envois/:sendingId/document", "modules/observatory/connection/sending-file.page.ts"),
  route("chiffres", "modules/observatory/figure/figures.page.tsx"),
  route("chiffres/telecharger", "modules/observatory/figure/figures-file.page.ts"),
  route("chiffres/ma-structure", "modules/observatory/figure/compare.page.tsx"),
  route("chiffres/reponses", "modules/observatory/adhesion/adhesions.page.tsx"),
];

/** For anybody, within the frame of the network’s public pages. */
export const publicObservatoryRoutes: RouteConfigEntry[] = [
  route("observatoire-public", "modules/observatory/figure/public-figures.page.tsx"),
];
export const publicObservatoryFiles: RouteConfigEntry[] = [
  route("observatoire-public/telecharger", "modules/observatory/figure/public-figures-file.page.ts"),
];
