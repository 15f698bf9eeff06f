import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const accountRoutes: RouteConfigEntry[] = [
  route("compta/plan-comptable", "modules/ledger/account/chart.page.tsx"),
  route("compta/plan-comptable/telecharger", "modules/ledger/account/chart-file.page.ts"),
  route("compta/plan-comptable/compte", "modules/ledger/account/account.page.tsx"),
  route("compta/plan-comptable/import", "modules/ledger/account/import-accounts.page.tsx"),
  route("compta/plan-comptable/journaux", "modules/ledger/account/journal-list.page.tsx"),
  route("compta/plan-comptable/journaux/telecharger", "modules/ledger/account/journal-list-file.page.ts"),
];
