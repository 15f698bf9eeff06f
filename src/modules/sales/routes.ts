import type { RouteConfigEntry } from "@react-router/dev/routes";
import { customerRoutes } from "./customer/routes.ts";
import { invoiceRoutes } from "./invoice/routes.ts";
import { reviewRoutes } from "./review/routes.ts";

export const salesRoutes: RouteConfigEntry[] = [...customerRoutes, ...invoiceRoutes, ...reviewRoutes];
