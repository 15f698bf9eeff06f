import { sql } from "kysely";
import { dayIn, type Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { fill } from "#kernel/language.ts";
import { minutesAfter, timeIn } from "#kernel/zoned.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { App } from "#platform/app.ts";
import type { Tx } from "#platform/database/database.ts";
import { withTenant } from "#platform/database/tenant.ts";
import { derivedId } from "#platform/id.ts";
import { requestMailOnce } from "#platform/mail/mail.ts";
import type { OutboxEvent } from "#platform/outbox/drain.ts";
import { longDay } from "#ui/format.ts";
import { timeText } from "#ui/time-input.ts";
import { type Contact, contactsByPerson } from "../people.store.ts";
import type { WorkshopNews } from "./tell-workshop.store.ts";
import { fr } from "./workshop.fr.ts";
import { findWorkshop, workshopOf } from "./workshop.store.ts";
import { type SessionId, seated, type Workshop, type WorkshopId } from "./workshop.ts";

const SUBJECTS = {
  seated: fr.mail.seatedSubject,
  cancelled: fr.mail.cancelledSubject,
  answered: fr.mail.answeredSubject,
} as const;

type Told = { readonly app: App; readonly tx: Tx; readonly organizationId: OrganizationId };

/** What every mail of a workshop says of it. */
async function factsOf({ app, tx, organizationId }: Told, workshop: Workshop, recipient: Contact) {
  const cooperative = await organizationProfile(tx, organizationId);
  const moment = (startsAt: Instant) =>
    fill(fr.mail.moment, {
      day: longDay(dayIn(startsAt, cooperative.timeZone)),
      time: timeText(timeIn(startsAt, cooperative.timeZone)),
    });
  return {
    name: recipient.firstName,
    title: workshop.title,
    dates: workshop.sessions.map(({ startsAt }) => moment(startsAt)).join("\n"),
    place: workshop.place === "" ? "" : fill(fr.mail.place, { place: workshop.place }),
    reason: workshop.cancelReason,
    link: `${app.settings.publicUrl}/${cooperative.slug}/ateliers/${workshop.id}`,
    cooperative: cooperative.legalName,
    moment,
  };
}

async function write(
  told: Told,
  id: string,
  workshop: Workshop,
  recipient: Contact,
  words: { readonly subject: string; readonly body: string },
  startsAt: Instant | null,
): Promise<void> {
  const { moment, ...facts } = await factsOf(told, workshop, recipient);
  const given = { ...facts, moment: startsAt === null ? "" : moment(startsAt) };
  const { tx, organizationId, app } = told;
  await requestMailOnce({ tx, organizationId, now: app.clock() }, id, {
    recipient: recipient.email,
    senderName: facts.cooperative,
    subject: fill(words.subject, given),
    body: fill(words.body, given),
    subjectKind: "accompaniment.workshop",
    subjectId: workshop.id,
  });
}

/** One mail to one person: a seat freed, it is cancelled, what they asked for takes place. */
export async function tellOfWorkshop(app: App, event: OutboxEvent): Promise<void> {
  const { organizationId, payload } = event;
  const [personId, news] = [payload.personId as PersonId, payload.news as WorkshopNews];
  await withTenant(app.database, { organizationId, userId: null }, async (tx) => {
    const workshop = await findWorkshop(tx, organizationId, payload.workshopId as WorkshopId);
    const recipient = (await contactsByPerson(tx, organizationId, [personId])).get(personId);
    if (workshop === null || recipient === undefined) return;
    if (workshop.cancelledAt !== null && news !== "cancelled") return;
    const words = { subject: SUBJECTS[news], body: fr.mail[news] };
    await write({ app, tx, organizationId }, event.id, workshop, recipient, words, null);
  });
  app.wake();
}

const DAY_BEFORE = -24 * 60;

/** The day before: one mail to each person who has a seat, whatever is tried again. */
export async function remindOfSession(app: App, event: OutboxEvent): Promise<void> {
  const { organizationId } = event;
  const sessionId = event.payload.sessionId as SessionId;
  const now = app.clock();
  await withTenant(app.database, { organizationId, userId: null }, async (tx) => {
    const workshop = await workshopOf(tx, organizationId, sessionId);
    const session = workshop?.sessions.find(({ id }) => id === sessionId);
    if (workshop === null || session === undefined || workshop.cancelledAt !== null) return;
    // A server that slept over it does not remind of what is over; a story told in the past reminds of nothing.
    if (now >= session.startsAt || now < minutesAfter(session.startsAt, DAY_BEFORE)) return;
    const people = await contactsByPerson(
      tx,
      organizationId,
      seated(workshop).map(({ personId }) => personId),
    );
    for (const recipient of people.values()) {
      const first =
        await sql`insert into accompaniment.session_reminder (organization_id, session_id, person_id, asked_at)
        values (${organizationId}, ${sessionId}, ${recipient.personId}, ${now}) on conflict do nothing`.execute(tx);
      if (first.numAffectedRows !== 1n) continue;
      const words = { subject: fr.mail.nearSubject, body: fr.mail.near };
      const id = derivedId(`${event.id} ${recipient.personId}`);
      await write({ app, tx, organizationId }, id, workshop, recipient, words, session.startsAt);
    }
  });
  app.wake();
}
