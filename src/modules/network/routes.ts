import { layout, type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Within a network: its directory. */
export const networkRoutes: RouteConfigEntry[] = [
  route("structures", "modules/network/directory/structures.page.tsx"),
  route("structures/nouvelle", "modules/network/structure/new-structure.page.tsx"),
  route("structures/page-publique", "modules/network/directory/public-page.page.tsx"),
  route("structures/:structureId", "modules/network/structure/structure.page.tsx"),
];

/** Of a network, for anybody and without its frame; other modules have pages there. */
export const publicNetworkRoutes = (others: RouteConfigEntry[]): RouteConfigEntry[] => [
  layout("modules/network/directory/public-frame.page.tsx", [
    route("annuaire-public", "modules/network/directory/public-directory.page.tsx"),
    route("annuaire-public/:structureId", "modules/network/directory/public-structure.page.tsx"),
    ...others,
  ]),
];
