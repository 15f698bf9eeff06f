import type { RouteConfigEntry } from "@react-router/dev/routes";
import { accountRoutes } from "./account/routes.ts";
import { fecRoutes } from "./fec/routes.ts";
import { fiscalYearRoutes } from "./fiscal-year/routes.ts";
import { manualEntryRoutes } from "./manual-entry/routes.ts";
import { openingRoutes } from "./opening/routes.ts";
import { readingRoutes } from "./reading/routes.ts";
import { reconciliationRoutes } from "./reconciliation/routes.ts";

export const ledgerRoutes: RouteConfigEntry[] = [
  ...readingRoutes,
  ...accountRoutes,
  ...manualEntryRoutes,
  ...reconciliationRoutes,
  ...fiscalYearRoutes,
  ...openingRoutes,
  ...fecRoutes,
];
