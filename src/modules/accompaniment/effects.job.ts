import type { App } from "#platform/app.ts";
import type { OutboxHandler } from "#platform/outbox/drain.ts";
import { APPOINTMENT_TOLD } from "./appointment/tell.store.ts";
import { tellAppointment } from "./appointment/tell-appointment.job.ts";
import { mailDeadlines } from "./deadline/mail-deadlines.job.ts";
import { CALENDAR_ASKED } from "./external/keep-calendar.command.ts";
import { readExternalCalendar } from "./external/read-calendar.job.ts";
import { remindOfSession, tellOfWorkshop } from "./workshop/tell-workshop.job.ts";
import { SESSION_NEAR, WORKSHOP_TOLD } from "./workshop/tell-workshop.store.ts";

/** What accompaniment does after a commit: whoever is concerned is told by mail. */
export function accompanimentEffects(app: App): [string, OutboxHandler[]][] {
  return [
    [APPOINTMENT_TOLD, [(event) => tellAppointment(app, event)]],
    [WORKSHOP_TOLD, [(event) => tellOfWorkshop(app, event)]],
    [SESSION_NEAR, [(event) => remindOfSession(app, event)]],
    [CALENDAR_ASKED, [(event) => readExternalCalendar(app, event)]],
  ];
}

/** What accompaniment does each morning: those who follow people receive their deadlines. */
export function accompanimentMornings(app: App): OutboxHandler[] {
  return [(event) => mailDeadlines(app, event)];
}
