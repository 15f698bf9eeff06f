import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const reconciliationRoutes: RouteConfigEntry[] = [
  route("compta/lettrage", "modules/ledger/reconciliation/lettering.page.tsx"),
  route("compta/lettrage/telecharger", "modules/ledger/reconciliation/lettering-file.page.ts"),
];
