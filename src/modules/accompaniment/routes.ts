import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const accompanimentRoutes: RouteConfigEntry[] = [
  route("echeances", "modules/accompaniment/deadline/deadlines.page.tsx"),
  route("echeances/telecharger", "modules/accompaniment/deadline/deadlines-file.page.ts"),
  route("agenda/abonnement", "modules/accompaniment/calendar/subscription.page.tsx"),
  route("agenda", "modules/accompaniment/appointment/agenda.page.tsx"),
  route("rendez-vous", "modules/accompaniment/appointment/my-appointments.page.tsx"),
  route("rendez-vous/nouveau", "modules/accompaniment/appointment/new-appointment.page.tsx"),
  route("rendez-vous/importer", "modules/accompaniment/import/import-appointments.page.tsx"),
  route("rendez-vous/imports", "modules/accompaniment/import/imports.page.tsx"),
  route("rendez-vous/imports/:importId", "modules/accompaniment/import/undo-appointments.page.tsx"),
  route("rendez-vous/:appointmentId", "modules/accompaniment/appointment/appointment.page.tsx"),
  route("rendez-vous/:appointmentId/modifier", "modules/accompaniment/appointment/edit-appointment.page.tsx"),
  route("rendez-vous/:appointmentId/agenda", "modules/accompaniment/appointment/appointment-file.page.ts"),
  route("ateliers", "modules/accompaniment/workshop/workshops.page.tsx"),
  route("ateliers/nouveau", "modules/accompaniment/workshop/new-workshop.page.tsx"),
  route("ateliers/seances/:sessionId", "modules/accompaniment/attendance/attendance.page.tsx"),
  route("ateliers/seances/:sessionId/feuille", "modules/accompaniment/attendance/sheet.page.ts"),
  route("ateliers/:workshopId", "modules/accompaniment/workshop/workshop.page.tsx"),
  route("ateliers/:workshopId/modifier", "modules/accompaniment/workshop/edit-workshop.page.tsx"),
  route("permanences", "modules/accompaniment/permanence/permanences.page.tsx"),
  route("taches", "modules/accompaniment/task/tasks.page.tsx"),
  route("reglages/accompagnement", "modules/accompaniment/setup/setup.page.tsx"),
];

/** Read by diaries, without a session: the address is the secret. */
export const calendarRoutes: RouteConfigEntry[] = [
  route("calendrier/:token", "modules/accompaniment/calendar/feed.page.ts"),
];
