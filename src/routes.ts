import type { RouteConfig } from "@react-router/dev/routes";
import { index, layout, prefix, route } from "@react-router/dev/routes";
import { deskRoutes } from "./modules/desk/routes.ts";

/** Only gathers what each module brings. */
export default [
  index("welcome.page.tsx"),
  ...prefix(":cooperative", [layout("shell.page.tsx", [...deskRoutes])]),
] satisfies RouteConfig;
