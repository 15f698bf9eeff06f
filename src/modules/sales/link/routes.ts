import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** Outside of the cooperatives: opened by whoever holds the address. */
export const clientRoutes: RouteConfigEntry[] = [
  route("document/:token", "modules/sales/link/client.page.tsx"),
  route("document/:token/pdf", "modules/sales/link/client-pdf.page.ts"),
  route("document/:token/logo", "modules/sales/link/client-logo.page.ts"),
];
