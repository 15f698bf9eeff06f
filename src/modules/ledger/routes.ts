import type { RouteConfigEntry } from "@react-router/dev/routes";
import { fecRoutes } from "./fec/routes.ts";
import { fiscalYearRoutes } from "./fiscal-year/routes.ts";
import { manualEntryRoutes } from "./manual-entry/routes.ts";
import { readingRoutes } from "./reading/routes.ts";
import { reconciliationRoutes } from "./reconciliation/routes.ts";

export const ledgerRoutes: RouteConfigEntry[] = [
  ...readingRoutes,
  ...manualEntryRoutes,
  ...reconciliationRoutes,
  ...fiscalYearRoutes,
  ...fecRoutes,
];
