import { layout, type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Within a network: its directory. */
export const networkRoutes: RouteConfigEntry[] = [
  route("annuaire", "modules/network/directory/structures.page.tsx"),
  route("annuaire/nouvelle", "modules/network/structure/new-structure.page.tsx"),
  route("annuaire/page-publique", "modules/network/directory/public-page.page.tsx"),
  route("annuaire/:structureId", "modules/network/structure/structure.page.tsx"),
];

/** Of a network, for anybody and without its frame. */
export const publicNetworkRoutes: RouteConfigEntry[] = [
  layout("modules/network/directory/public-frame.page.tsx", [
    route("annuaire-public", "modules/network/directory/public-directory.page.tsx"),
    route("annuaire-public/:structureId", "modules/network/directory/public-structure.page.tsx"),
  ]),
];
