import type { RouteConfig } from "@react-router/dev/routes";
import { index, layout, prefix } from "@react-router/dev/routes";
import { deskRoutes } from "./modules/desk/routes.ts";
import { salesRoutes } from "./modules/sales/routes.ts";
import { choiceRoutes, frameRoutes, preferenceRoutes } from "./shell/routes.ts";

/** Only gathers what each module brings. */
export default [
  index("welcome.page.tsx"),
  ...preferenceRoutes,
  ...prefix(":cooperative", [layout("shell.page.tsx", [...deskRoutes, ...salesRoutes, ...frameRoutes]), ...choiceRoutes]),
] satisfies RouteConfig;
