import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const reminderRoutes: RouteConfigEntry[] = [
  route("relances", "modules/sales/reminder/reminders.page.tsx"),
  route("relances/telecharger", "modules/sales/reminder/reminders-file.page.ts"),
  route("relances/:customerId", "modules/sales/reminder/remind-customer.page.tsx"),
  route("reglages/ventes/relances", "modules/sales/reminder/reminder-texts.page.tsx"),
];
