import { sql } from "kysely";
import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { findPerson } from "#modules/membership/index.server.ts";
import { seatsOf } from "#modules/network/index.server.ts";
import type { NetworkRefusalCode } from "#modules/network/index.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, optionalEmail, optionalId, requiredText, ticked } from "#platform/field.ts";
import type { EventRefusalCode } from "./event.fr.ts";
import { mayLeave, mayReadEvent, mayRunEvent } from "./event.policy.ts";
import { insertAttendee } from "./event.store.ts";
import { type AttendeeId, type EventId, refuseUnlessBegun, refuseUnlessComing } from "./event.ts";
import { held, knownStructure, refuseSeat } from "./held-event.store.ts";

type Refused = Refusal<EventRefusalCode | NetworkRefusalCode>;
type Registered = { readonly eventId: EventId; readonly attendeeId: AttendeeId };

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
