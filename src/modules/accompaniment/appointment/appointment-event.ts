/** An appointment in a diary: when, where, with whom. Never its notes. */
import type { CalendarEvent } from "#kernel/ical.ts";
import type { Appointment } from "./appointment.ts";

export function appointmentEvent(
  appointment: Appointment,
  told: { readonly title: string; readonly host: string; readonly url: string },
): CalendarEvent {
  return {
    uid: `appointment-${appointment.id}@${told.host}`,
    when: { startsAt: appointment.startsAt, minutes: appointment.minutes },
    summary: appointment.subject === "" ? told.title : `${told.title} : ${appointment.subject}`,
    location: appointment.place,
    url: told.url,
    cancelled: appointment.status === "cancelled",
    sequence: appointment.version - 1,
  };
}
