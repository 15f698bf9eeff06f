import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const fiscalYearRoutes: RouteConfigEntry[] = [
  route("compta/exercices", "modules/ledger/fiscal-year/fiscal-years.page.tsx"),
  route("compta/exercices/telecharger", "modules/ledger/fiscal-year/fiscal-years-file.page.ts"),
];
