import type { RouteConfigEntry } from "@react-router/dev/routes";
import { fecRoutes } from "./fec/routes.ts";
import { readingRoutes } from "./reading/routes.ts";

export const ledgerRoutes: RouteConfigEntry[] = [...readingRoutes, ...fecRoutes];
