import type { RouteConfigEntry } from "@react-router/dev/routes";
import { catalogueRoutes } from "./catalogue/routes.ts";
import { customerRoutes } from "./customer/routes.ts";
import { invoiceRoutes } from "./invoice/routes.ts";
import { outgoingRoutes } from "./outgoing/routes.ts";
import { portabilityRoutes } from "./portability/routes.ts";
import { quoteRoutes } from "./quote/routes.ts";
import { reminderRoutes } from "./reminder/routes.ts";
import { reviewRoutes } from "./review/routes.ts";
import { setupRoutes } from "./setup/routes.ts";

export const salesRoutes: RouteConfigEntry[] = [
  ...catalogueRoutes,
  ...customerRoutes,
  ...quoteRoutes,
  ...invoiceRoutes,
  ...outgoingRoutes,
  ...reminderRoutes,
  ...reviewRoutes,
  ...setupRoutes,
  ...portabilityRoutes,
];
