import { sql } from "kysely";
import { z } from "zod";
import type { Day } from "#kernel/day.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { findPerson } from "#modules/membership/index.server.ts";
import { findStructure, seatsOf } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode, StructureId } from "#modules/network/index.ts";
import { defineCommand, type OpenContext } from "#platform/command.ts";
import { emailText, idText, optionalEmail, optionalId, optionalText, requiredText, ticked } from "#platform/field.ts";
import { definePublicCommand } from "#platform/public-command.ts";
import type { EventRefusalCode } from "./event.fr.ts";
import { mayLeave, mayReadEvent, mayRunEvent } from "./event.policy.ts";
import { attendeesOf, findEvent, insertAttendee } from "./event.store.ts";
import {
  type Attendee,
  type AttendeeId,
  type EventId,
  isFull,
  type NetworkEvent,
  refuseUnlessBegun,
  refuseUnlessComing,
} from "./event.ts";

type Refused = Refusal<EventRefusalCode | NetworkRefusalCode>;
type Registered = { readonly eventId: EventId; readonly attendeeId: AttendeeId };
/** What the public form brings in an hour, at most. */
const PER_HOUR = 60;

/** The event held for the act: seats are given one at a time. */
async function held(context: OpenContext, eventId: EventId) {
  const { tx, organizationId } = context;
  const event = await findEvent(tx, organizationId, eventId, true);
  if (event === null) return refuse("missing", "event.missing" satisfies EventRefusalCode);
  return { event, attendees: await attendeesOf(tx, organizationId, eventId) };
}

function refuseSeat(event: NetworkEvent, attendees: readonly Attendee[], today: Day): Refused | null {
  const over = refuseUnlessComing(event, today);
  if (over) return over;
  return isFull(event, attendees.length) ? refuse("conflict", "event.full") : null;
}

async function knownStructure(context: OpenContext, id: StructureId | null): Promise<string | Refused> {
  if (id === null) return "";
  const found = await findStructure(context.tx, context.organizationId, id);
  return found?.name ?? refuse("missing", "event.structure", {}, "structureId");
}

/** Registers oneself, for a structure one represents when there is one. */
export const registerSelf = defineCommand({
  name: "consultation.attendee.register",
  input: z.object({ eventId: idText<"event">(), structureId: optionalId<"structure">() }),
  async run(context, { eventId, structureId }): Promise<Registered | Refused> {
    const { tx, organizationId, actor, today } = context;
    const refusal = mayReadEvent(actor);
    if (refusal) return refusal;
    const found = await held(context, eventId);
    if (isRefusal(found)) return found;
    const { event, attendees } = found;
    if (attendees.some(({ personId }) => personId === actor.personId)) return refuse("conflict", "event.already");
    const full = refuseSeat(event, attendees, today);
    if (full) return full;
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    const seat = seats.find((one) => one.structureId === (structureId ?? seats[0]?.structureId));
    if (structureId !== null && seat === undefined) return refuse("forbidden", "network.notSeated");
    const person = await findPerson(tx, actor, actor.personId);
    if (person === null) return refuse("missing", "event.missing");
    const { firstName, lastName } = person;
    const email = attendees.some((one) => one.email === person.email) ? "" : person.email;
    const attendeeId = await insertAttendee(context, eventId, {
      ...{ personId: actor.personId, structureId: seat?.structureId ?? null, structureName: seat?.structureName ?? "" },
      ...{ firstName, lastName, email, origin: "self" },
    });
    context.audit({ subjectKind: "consultation.event", subjectId: eventId, details: { attendeeId } });
    return { eventId, attendeeId };
  },
});

/** The team registers somebody, or notes somebody who came without a word. */
export const addAttendee = defineCommand({
  name: "consultation.attendee.add",
  input: z.object({
    eventId: idText<"event">(),
    structureId: optionalId<"structure">(),
    firstName: requiredText(80),
    lastName: requiredText(80),
    email: optionalEmail(),
    /** They are there. */
    there: ticked(),
  }),
  async run(context, { eventId, structureId, firstName, lastName, email, there }): Promise<Registered | Refused> {
    const { actor, today } = context;
    const refusal = mayRunEvent(actor);
    if (refusal) return refusal;
    const found = await held(context, eventId);
    if (isRefusal(found)) return found;
    const { event, attendees } = found;
    // Whoever stands at the door is not sent away by a number.
    const closed = there ? refuseUnlessBegun(event, today) : refuseSeat(event, attendees, today);
    if (closed) return closed;
    if (email !== "" && attendees.some((one) => one.email === email)) {
      return refuse("conflict", "event.alreadyThem", {}, "email");
    }
    const structureName = await knownStructure(context, structureId);
    if (isRefusal(structureName)) return structureName;
    const attendee = { personId: null, structureId, structureName, firstName, lastName, email };
    const origin = there ? "door" : "team";
    const attendeeId = await insertAttendee(context, eventId, { ...attendee, origin }, there ? actor.personId : null);
    context.audit({ subjectKind: "consultation.event", subjectId: eventId, details: { attendeeId } });
    return { eventId, attendeeId };
  },
});

const named = z.object({ eventId: idText<"event">(), attendeeId: idText<"attendee">() });

/** Gives a seat back. */
export const cancelAttendee = defineCommand({
  name: "consultation.attendee.cancel",
  input: named,
  async run(context, { eventId, attendeeId }): Promise<Registered | Refused> {
    const { tx, organizationId, actor, now, today } = context;
    const entered = mayReadEvent(actor);
    if (entered) return entered;
    const found = await held(context, eventId);
    if (isRefusal(found)) return found;
    const attendee = found.attendees.find(({ id }) => id === attendeeId);
    if (attendee === undefined) return refuse("missing", "event.attendee");
    const refusal = mayLeave(actor, attendee) ?? refuseUnlessComing(found.event, today);
    if (refusal) return refusal;
    await sql`update consultation.attendee set cancelled_at = ${now}
      where organization_id = ${organizationId} and id = ${attendeeId}`.execute(tx);
    context.audit({ subjectKind: "consultation.event", subjectId: eventId, details: { attendeeId } });
    return { eventId, attendeeId };
  },
});

/** Notes that somebody came, or takes it back. */
export const noteAttendee = defineCommand({
  name: "consultation.attendee.note",
  input: named.extend({ there: ticked() }),
  async run(context, { eventId, attendeeId, there }): Promise<Registered | Refused> {
    const { tx, organizationId, actor, now, today } = context;
    const refusal = mayRunEvent(actor);
    if (refusal) return refusal;
    const found = await held(context, eventId);
    if (isRefusal(found)) return found;
    if (!found.attendees.some(({ id }) => id === attendeeId)) return refuse("missing", "event.attendee");
    const early = refuseUnlessBegun(found.event, today);
    if (early) return early;
    await sql`update consultation.attendee set seen_at = ${there ? now : null}, seen_by = ${there ? actor.personId : null}
      where organization_id = ${organizationId} and id = ${attendeeId}`.execute(tx);
    context.audit({ subjectKind: "consultation.event", subjectId: eventId, details: { attendeeId, there } });
    return { eventId, attendeeId };
  },
});

/** Somebody without an account registers. The answer is the same whether their address is known or not. */
export const registerPublicly = definePublicCommand({
  public: true,
  name: "consultation.attendee.apply",
  input: z.object({
    eventId: idText<"event">(),
    firstName: requiredText(80),
    lastName: requiredText(80),
    email: emailText(),
    structureId: optionalId<"structure">(),
    structureName: optionalText(160),
  }),
  async act(context, input): Promise<{ received: true } | Refused> {
    const { tx, organizationId, now, today } = context;
    const found = await held(context, input.eventId);
    if (isRefusal(found)) return found;
    const { event, attendees } = found;
    if (!event.public) return refuse("missing", "event.missing");
    const over = refuseUnlessComing(event, today);
    if (over) return over;
    const known = attendees.some(({ email }) => email === input.email);
    if (!known) {
      if (isFull(event, attendees.length)) return refuse("conflict", "event.full");
      const { rows } = await sql<{ lately: number }>`select count(*)::int as lately from consultation.attendee
        where organization_id = ${organizationId} and event_id = ${event.id} and origin = 'public'
          and registered_at > ${now}::timestamptz - interval '1 hour'`.execute(tx);
      if ((rows[0]?.lately ?? 0) >= PER_HOUR) return refuse("conflict", "event.tooMany");
      const structure = await knownStructure(context, input.structureId);
      if (isRefusal(structure)) return structure;
      const { firstName, lastName, email, structureId } = input;
      await insertAttendee(context, event.id, {
        ...{ personId: null, structureId, structureName: structure || input.structureName },
        ...{ firstName, lastName, email, origin: "public" },
      });
    }
    context.audit({ subjectKind: "consultation.event", subjectId: event.id, details: { public: true } });
    return { received: true };
  },
});
