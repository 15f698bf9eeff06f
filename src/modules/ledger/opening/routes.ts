import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const openingRoutes: RouteConfigEntry[] = [
  route("compta/a-nouveaux", "modules/ledger/opening/opening.page.tsx"),
  route("compta/a-nouveaux/exemple", "modules/ledger/opening/opening-example.page.ts"),
];
