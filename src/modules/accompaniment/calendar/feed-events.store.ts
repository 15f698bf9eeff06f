import { addMonths } from "#kernel/day.ts";
import type { CalendarEvent } from "#kernel/ical.ts";
import { fill } from "#kernel/language.ts";
import { dayStart } from "#kernel/zoned.ts";
import { comingMeetings } from "#modules/meetings/index.server.ts";
import { organizationProfile, personNames } from "#modules/membership/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { fr as appointmentFr } from "../appointment/appointment.fr.ts";
import { listAppointments } from "../appointment/appointment.store.ts";
import { advisersOf, personsOf } from "../appointment/appointment.ts";
import { appointmentEvent } from "../appointment/appointment-event.ts";
import { fr as deadlineFr } from "../deadline/deadline.fr.ts";
import { mayReadDeadlines } from "../deadline/deadline.policy.ts";
import { listedDeadlines } from "../deadline/listed-deadlines.store.ts";
import { listWorkshops } from "../workshop/workshop.store.ts";
import { seated } from "../workshop/workshop.ts";
import { fr } from "./calendar.fr.ts";

const MONTHS_BEHIND = 2;
const MONTHS_AHEAD = 12;
const MOST = 500;

/** What awaits this reader, as their diary shows it: no note, nobody's but theirs or of those whom they follow. */
export async function feedEvents(reader: Reader): Promise<{ name: string; events: CalendarEvent[] }> {
  const { app, tx, actor, organizationId, today, now, timeZone, slug } = reader;
  const host = new URL(app.settings.publicUrl).hostname;
  const at = (path: string) => `${app.settings.publicUrl}/${slug}/${path}`;
  const appointments = await listAppointments(tx, {
    ...{ organizationId, personId: actor.personId, limit: MOST },
    from: dayStart(addMonths(today, -MONTHS_BEHIND), timeZone),
    until: dayStart(addMonths(today, MONTHS_AHEAD), timeZone),
  });
  const ids = [...new Set(appointments.flatMap(({ parties }) => parties.map(({ personId }) => personId)))];
  const names = await personNames(tx, organizationId, ids);
  const events: CalendarEvent[] = appointments.map((appointment) => {
    const advises = advisersOf(appointment).includes(actor.personId);
    const others = (advises ? personsOf(appointment) : advisersOf(appointment)).map((id) => names.get(id) ?? "");
    const title = `${appointmentFr.natures[appointment.nature]}, ${others.join(", ")}`;
    return appointmentEvent(appointment, { title, host, url: at(`rendez-vous/${appointment.id}`) });
  });
  const coming = await listWorkshops(tx, organizationId, now, "coming", MOST);
  for (const workshop of coming) {
    const mine =
      workshop.trainers.includes(actor.personId) || seated(workshop).some((one) => one.personId === actor.personId);
    if (!mine) continue;
    for (const { id, startsAt, minutes } of workshop.sessions) {
      events.push({
        uid: `session-${id}@${host}`,
        when: { startsAt, minutes },
        summary: workshop.title,
        location: workshop.place,
        url: at(`ateliers/${workshop.id}`),
        sequence: workshop.version - 1,
      });
    }
  }
  for (const { id, title, startsAt, duration, place, link, agenda, version } of await comingMeetings(reader)) {
    events.push({
      uid: `meeting-${id}@${host}`,
      when: { startsAt, minutes: duration },
      summary: title,
      location: place === "" ? link : place,
      description: agenda,
      url: at(`reunions/${id}`),
      sequence: version - 1,
    });
  }
  if (mayReadDeadlines(actor) === null) {
    for (const { personId, kind, on, name } of (await listedDeadlines(reader, "")).rows) {
      events.push({
        uid: `deadline-${kind}-${on}-${personId}@${host}`,
        when: { day: on },
        summary: fill(fr.deadline, { what: deadlineFr.kinds[kind], name }),
        url: at("echeances"),
      });
    }
  }
  const { legalName } = await organizationProfile(tx, organizationId);
  return { name: fill(fr.feedName, { cooperative: legalName }), events };
}
