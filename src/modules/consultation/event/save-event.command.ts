import { sql } from "kysely";
import { z } from "zod";
import { dayIn } from "#kernel/day.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { instantAt } from "#kernel/zoned.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { NetworkRefusalCode } from "#modules/network/index.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import {
  dayText,
  idText,
  oneOf,
  optionalId,
  optionalText,
  requiredText,
  ticked,
  timeText,
  versionNumber,
} from "#platform/field.ts";
import { findConsultation } from "../consultation/consultation.store.ts";
import { EVENT_CALLED, EVENT_CANCELLED } from "../topics.ts";
import type { EventRefusalCode } from "./event.fr.ts";
import { mayRunEvent } from "./event.policy.ts";
import { findEvent } from "./event.store.ts";
import { type EventId, PART_KINDS, type PartId } from "./event.ts";
import { tellEvent } from "./tell-event.store.ts";

type Refused = Refusal<EventRefusalCode | NetworkRefusalCode>;
type Saved = { readonly eventId: EventId };

const fields = {
  consultationId: optionalId<"consultation">(),
  title: requiredText(160),
  startsOn: dayText(),
  endsOn: dayText(),
  place: requiredText(200),
  description: optionalText(4000),
  capacity: optionalText(4),
  public: ticked(),
};
type Given = z.output<z.ZodObject<typeof fields>>;

async function checked({ tx, organizationId }: CommandContext, given: Given): Promise<number | null | Refused> {
  if (given.endsOn < given.startsOn) return refuse("invalid", "event.endsBefore", {}, "endsOn");
  if (given.consultationId !== null && (await findConsultation(tx, organizationId, given.consultationId)) === null) {
    return refuse("missing", "event.consultation", {}, "consultationId");
  }
  if (given.capacity === "") return null;
  const capacity = Number(given.capacity);
  if (Number.isInteger(capacity) && capacity >= 1 && capacity <= 5000) return capacity;
  return refuse("invalid", "event.capacity", {}, "capacity");
}

/** Announces an event: those who represent a structure learn of it. */
export const announceEvent = defineCommand({
  name: "consultation.event.announce",
  input: z.object(fields),
  async run(context, given): Promise<Saved | Refused> {
    const { tx, organizationId, actor, now, today } = context;
    const refusal = mayRunEvent(actor);
    if (refusal) return refusal;
    const capacity = await checked(context, given);
    if (isRefusal(capacity)) return capacity;
    const id = context.id<"event">();
    const { consultationId, title, startsOn, endsOn, place, description } = given;
    await sql`insert into consultation.event (organization_id, id, consultation_id, title, starts_on, ends_on, place,
        description, capacity, public, created_at, created_by)
      values (${organizationId}, ${id}, ${consultationId}, ${title}, ${startsOn}, ${endsOn}, ${place}, ${description},
        ${capacity}, ${given.public}, ${now}, ${actor.personId})`.execute(tx);
    if (endsOn >= today) await tellEvent(context, { id, title, startsOn, place }, EVENT_CALLED);
    context.audit({ subjectKind: "consultation.event", subjectId: id });
    return { eventId: id };
  },
});

export const updateEvent = defineCommand({
  name: "consultation.event.update",
  input: z.object({ eventId: idText<"event">(), version: versionNumber(), ...fields }),
  async run(context, given): Promise<Saved | Refused> {
    const { tx, organizationId, actor, today } = context;
    const refusal = mayRunEvent(actor);
    if (refusal) return refusal;
    const event = await findEvent(tx, organizationId, given.eventId, true);
    if (event === null) return refuse("missing", "event.missing");
    if (event.cancelledAt !== null) return refuse("conflict", "event.cancelled");
    if (event.version !== given.version) return refuse("conflict", "event.changed");
    const capacity = await checked(context, given);
    if (isRefusal(capacity)) return capacity;
    const { consultationId, title, startsOn, endsOn, place, description } = given;
    await sql`update consultation.event set consultation_id = ${consultationId}, title = ${title}, starts_on = ${startsOn},
        ends_on = ${endsOn}, place = ${place}, description = ${description}, capacity = ${capacity},
        public = ${given.public}, version = version + 1
      where organization_id = ${organizationId} and id = ${event.id}`.execute(tx);
    const moved = startsOn !== event.startsOn || place !== event.place;
    if (moved && endsOn >= today) await tellEvent(context, { id: event.id, title, startsOn, place }, EVENT_CALLED);
    context.audit({ subjectKind: "consultation.event", subjectId: event.id });
    return { eventId: event.id };
  },
});

/** Cancels an event that has not begun. */
export const cancelEvent = defineCommand({
  name: "consultation.event.cancel",
  input: z.object({ eventId: idText<"event">() }),
  async run(context, { eventId }): Promise<Saved | Refused> {
    const { tx, organizationId, actor, now, today } = context;
    const refusal = mayRunEvent(actor);
    if (refusal) return refusal;
    const event = await findEvent(tx, organizationId, eventId, true);
    if (event === null) return refuse("missing", "event.missing");
    if (event.cancelledAt !== null) return refuse("conflict", "event.cancelled");
    if (today >= event.startsOn) return refuse("conflict", "event.begun");
    await sql`update consultation.event set cancelled_at = ${now}, version = version + 1
      where organization_id = ${organizationId} and id = ${eventId}`.execute(tx);
    await tellEvent(context, event, EVENT_CANCELLED);
    context.audit({ subjectKind: "consultation.event", subjectId: eventId });
    return { eventId };
  },
});

/** Adds a session to the programme. */
export const addPart = defineCommand({
  name: "consultation.part.add",
  input: z.object({
    eventId: idText<"event">(),
    kind: oneOf(PART_KINDS),
    title: requiredText(160),
    day: dayText(),
    time: timeText(),
    duration: requiredText(4),
    place: optionalText(160),
  }),
  async run(context, input): Promise<(Saved & { readonly partId: PartId }) | Refused> {
    const { tx, organizationId, actor } = context;
    const refusal = mayRunEvent(actor);
    if (refusal) return refusal;
    const event = await findEvent(tx, organizationId, input.eventId);
    if (event === null) return refuse("missing", "event.missing");
    if (event.cancelledAt !== null) return refuse("conflict", "event.cancelled");
    if (input.day < event.startsOn || input.day > event.endsOn) return refuse("invalid", "part.outside", {}, "day");
    const duration = Number(input.duration);
    if (!(Number.isInteger(duration) && duration >= 5 && duration <= 600)) {
      return refuse("invalid", "part.duration", {}, "duration");
    }
    const { timeZone } = await organizationProfile(tx, organizationId);
    const partId = context.id<"eventPart">();
    await sql`insert into consultation.event_part (organization_id, id, event_id, kind, title, starts_at, duration, place)
      values (${organizationId}, ${partId}, ${event.id}, ${input.kind}, ${input.title},
        ${instantAt(input.day, input.time, timeZone)}, ${duration}, ${input.place})`.execute(tx);
    context.audit({ subjectKind: "consultation.event", subjectId: event.id, details: { partId } });
    return { eventId: event.id, partId };
  },
});

/** Says what a plenary heard from a session, or takes a session off the programme before it is held. */
export const changePart = defineCommand({
  name: "consultation.part.change",
  input: z.object({
    eventId: idText<"event">(),
    partId: idText<"eventPart">(),
    restitution: optionalText(8000),
    removed: ticked(),
  }),
  async run(context, { eventId, partId, restitution, removed }): Promise<Saved | Refused> {
    const { tx, organizationId, actor, today } = context;
    const refusal = mayRunEvent(actor);
    if (refusal) return refusal;
    const { rows } = await sql<{ startsAt: never }>`select starts_at as "startsAt" from consultation.event_part
      where organization_id = ${organizationId} and event_id = ${eventId} and id = ${partId} for update`.execute(tx);
    const [part] = rows;
    if (part === undefined) return refuse("missing", "part.missing");
    const { timeZone } = await organizationProfile(tx, organizationId);
    if (removed && dayIn(part.startsAt, timeZone) < today) return refuse("conflict", "part.held");
    await (removed
      ? sql`delete from consultation.event_part where organization_id = ${organizationId} and id = ${partId}`
      : sql`update consultation.event_part set restitution = ${restitution}
          where organization_id = ${organizationId} and id = ${partId}`
    ).execute(tx);
    context.audit({ subjectKind: "consultation.event", subjectId: eventId, details: { partId, removed } });
    return { eventId };
  },
});
