import { dayIn } from "#kernel/day.ts";
import { writeCalendar } from "#kernel/ical.ts";
import type { PersonId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { timeIn } from "#kernel/zoned.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { recordFile } from "#platform/files/file-store.ts";
import { requestMailOnce } from "#platform/mail/mail.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { duration, longDay } from "#ui/format.ts";
import { timeText } from "#ui/time-input.ts";
import { contactsByPerson } from "../people.store.ts";
import { fr } from "./appointment.fr.ts";
import { findAppointment } from "./appointment.store.ts";
import type { AppointmentId } from "./appointment.ts";
import { appointmentEvent } from "./appointment-event.ts";
import type { Told } from "./tell.store.ts";

const SUBJECTS = {
  planned: fr.mail.plannedSubject,
  moved: fr.mail.movedSubject,
  cancelled: fr.mail.cancelledSubject,
  askToMove: fr.mail.askToMoveSubject,
} as const;

/** One mail to one person, with the file of the appointment. Done twice, it sends one. */
export async function tellAppointment(app: App, event: OutboxEvent): Promise<void> {
  const { organizationId, payload } = event;
  const [appointmentId, personId] = [payload.appointmentId as AppointmentId, payload.personId as PersonId];
  const by = payload.by as PersonId;
  const what = payload.what as Told;
  const scope = { organizationId, userId: null };
  const found = await withTenant(app.database, scope, async (tx) => ({
    appointment: await findAppointment(tx, organizationId, appointmentId),
    cooperative: await organizationProfile(tx, organizationId),
    people: await contactsByPerson(tx, organizationId, [personId, by]),
  }));
  const { appointment, cooperative, people } = found;
  const [recipient, author] = [people.get(personId), people.get(by)];
  // Gone meanwhile, or cancelled before this left: nothing to say any more.
  if (appointment === null || recipient === undefined) return;
  if (appointment.status === "cancelled" && what !== "cancelled") return;
  const link = `${app.settings.publicUrl}/${cooperative.slug}/rendez-vous/${appointmentId}`;
  const moment = fill(fr.mail.moment, {
    day: longDay(dayIn(appointment.startsAt, cooperative.timeZone)),
    time: timeText(timeIn(appointment.startsAt, cooperative.timeZone)),
  });
  const facts = {
    name: recipient.firstName,
    by: author?.name ?? cooperative.legalName,
    moment,
    duration: duration(appointment.minutes),
    mode: fr.modes[appointment.mode].toLowerCase(),
    place: appointment.place === "" ? "" : fill(fr.mail.place, { place: appointment.place }),
    subject: appointment.subject === "" ? "" : fill(fr.mail.subject, { subject: appointment.subject }),
    reason: String(payload.reason ?? ""),
    link,
    cooperative: cooperative.legalName,
  };
  const calendar = writeCalendar(
    [
      appointmentEvent(appointment, {
        title: `${fr.natures[appointment.nature]}, ${cooperative.legalName}`,
        host: new URL(app.settings.publicUrl).hostname,
        url: link,
      }),
    ],
    { now: app.clock(), method: what === "cancelled" ? "CANCEL" : "PUBLISH" },
  );
  const bytes = new TextEncoder().encode(calendar);
  const hash = await app.files.put(bytes);
  const file = { hash, mediaType: "text/calendar", name: fr.mail.fileName, size: bytes.byteLength };
  await withTenant(app.database, scope, async (tx) => {
    await recordFile(tx, organizationId, file, app.clock());
    await requestMailOnce({ tx, organizationId, now: app.clock() }, event.id, {
      recipient: recipient.email,
      replyTo: author?.email ?? "",
      senderName: cooperative.legalName,
      subject: fill(SUBJECTS[what], facts),
      body: fill(fr.mail[what], facts),
      attachments: what === "askToMove" ? [] : [{ hash, name: file.name, mediaType: "text/calendar; charset=utf-8" }],
      subjectKind: "accompaniment.appointment",
      subjectId: appointmentId,
    });
  });
  app.wake();
}
