import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const accompanimentRoutes: RouteConfigEntry[] = [
  route("echeances", "modules/accompaniment/deadline/deadlines.page.tsx"),
  route("echeances/telecharger", "modules/accompaniment/deadline/deadlines-file.page.ts"),
  route("agenda", "modules/accompaniment/appointment/agenda.page.tsx"),
  route("rendez-vous", "modules/accompaniment/appointment/my-appointments.page.tsx"),
  route("rendez-vous/nouveau", "modules/accompaniment/appointment/new-appointment.page.tsx"),
  route("rendez-vous/:appointmentId", "modules/accompaniment/appointment/appointment.page.tsx"),
  route("rendez-vous/:appointmentId/modifier", "modules/accompaniment/appointment/edit-appointment.page.tsx"),
  route("rendez-vous/:appointmentId/agenda", "modules/accompaniment/appointment/appointment-file.page.ts"),
  route("taches", "modules/accompaniment/task/tasks.page.tsx"),
  route("reglages/accompagnement", "modules/accompaniment/setup/setup.page.tsx"),
];
