import type { RouteConfigEntry } from "@react-router/dev/routes";
import { readingRoutes } from "./reading/routes.ts";

export const ledgerRoutes: RouteConfigEntry[] = [...readingRoutes];
