import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const manualEntryRoutes: RouteConfigEntry[] = [
  route("compta/saisie", "modules/ledger/manual-entry/manual-entry.page.tsx"),
];
