import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const notificationRoutes: RouteConfigEntry[] = [
  route("notifications", "modules/notification/notice/notices.page.tsx"),
  route("notifications/reglages", "modules/notification/cadence/cadence.page.tsx"),
];
