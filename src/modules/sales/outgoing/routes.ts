import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const outgoingRoutes: RouteConfigEntry[] = [
  route("courrier", "modules/sales/outgoing/outgoing.page.tsx"),
  route("courrier/telecharger", "modules/sales/outgoing/outgoing-file.page.ts"),
  route("courrier/:mailId", "modules/sales/outgoing/mail.page.tsx"),
];
