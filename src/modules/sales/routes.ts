import type { RouteConfigEntry } from "@react-router/dev/routes";
import { invoiceRoutes } from "./invoice/routes.ts";
import { reviewRoutes } from "./review/routes.ts";

export const salesRoutes: RouteConfigEntry[] = [...invoiceRoutes, ...reviewRoutes];
