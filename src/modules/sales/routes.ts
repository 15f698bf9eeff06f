import type { RouteConfigEntry } from "@react-router/dev/routes";
import { invoiceRoutes } from "./invoice/routes.ts";

export const salesRoutes: RouteConfigEntry[] = [...invoiceRoutes];
