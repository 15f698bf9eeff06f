import { sql } from "kysely";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { OpenContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ConsultationId } from "../consultation/consultation.ts";
import type { Attendee, AttendeeId, EventId, EventPart, NetworkEvent, Origin } from "./event.ts";

const columns = sql`e.id, e.consultation_id as "consultationId", e.title, e.starts_on as "startsOn", e.ends_on as "endsOn",
  e.place, e.description, e.capacity, e.public, e.cancelled_at as "cancelledAt", e.version`;

export async function findEvent(
  tx: Tx,
  organizationId: OrganizationId,
  id: EventId,
  lock = false,
): Promise<NetworkEvent | null> {
  const { rows } = await sql<NetworkEvent>`select ${columns} from consultation.event e
    where e.organization_id = ${organizationId} and e.id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

/** The latest first; those of one consultation when it is named. */
export async function listEvents(
  tx: Tx,
  organizationId: OrganizationId,
  consultationId: ConsultationId | null = null,
): Promise<NetworkEvent[]> {
  const { rows } = await sql<NetworkEvent>`select ${columns} from consultation.event e
    where e.organization_id = ${organizationId}
      ${consultationId === null ? sql`` : sql`and e.consultation_id = ${consultationId}`}
    order by e.starts_on desc, e.id desc`.execute(tx);
  return rows;
}

/** How many are registered, event by event. */
export async function registeredIn(tx: Tx, organizationId: OrganizationId): Promise<ReadonlyMap<EventId, number>> {
  const { rows } = await sql<{ id: EventId; count: number }>`select event_id as id, count(*)::int as count
    from consultation.attendee where organization_id = ${organizationId} and cancelled_at is null
    group by event_id`.execute(tx);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export async function partsOf(tx: Tx, organizationId: OrganizationId, eventId: EventId): Promise<EventPart[]> {
  const { rows } = await sql<EventPart>`select id, kind, title, starts_at as "startsAt", duration, place, restitution
    from consultation.event_part where organization_id = ${organizationId} and event_id = ${eventId}
    order by starts_at, id`.execute(tx);
  return rows;
}

/** Those who are registered, by name. */
export async function attendeesOf(tx: Tx, organizationId: OrganizationId, eventId: EventId): Promise<Attendee[]> {
  const { rows } = await sql<Attendee>`select id, person_id as "personId", structure_id as "structureId",
      first_name as "firstName", last_name as "lastName", email, structure_name as "structureName", origin, seen_at as "seenAt"
    from consultation.attendee where organization_id = ${organizationId} and event_id = ${eventId} and cancelled_at is null
    order by last_name collate "fr-x-icu", first_name collate "fr-x-icu", id`.execute(tx);
  return rows;
}

export type NewAttendee = {
  readonly personId: PersonId | null;
  readonly structureId: StructureId | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly structureName: string;
  readonly origin: Origin;
};

/** Registers somebody; `seenBy` when they are there already. */
export async function insertAttendee(
  { tx, organizationId, now, id }: OpenContext,
  eventId: EventId,
  attendee: NewAttendee,
  seenBy: PersonId | null = null,
): Promise<AttendeeId> {
  const attendeeId = id<"attendee">();
  const { personId, structureId, firstName, lastName, email, structureName, origin } = attendee;
  const seenAt = seenBy === null ? null : now;
  await sql`insert into consultation.attendee (organization_id, id, event_id, person_id, structure_id, first_name, last_name,
      email, structure_name, origin, registered_at, seen_at, seen_by)
    values (${organizationId}, ${attendeeId}, ${eventId}, ${personId}, ${structureId}, ${firstName}, ${lastName}, ${email},
      ${structureName}, ${origin}, ${now}, ${seenAt}, ${seenBy})`.execute(tx);
  return attendeeId;
}
