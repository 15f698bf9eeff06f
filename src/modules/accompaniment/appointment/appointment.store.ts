import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { AccompanimentTables } from "../tables.ts";
import type { Appointment, AppointmentId, AppointmentStatus } from "./appointment.ts";

const COLUMNS = sql`a.id, a.status, a.starts_at as "startsAt", a.minutes, a.mode, a.nature, a.subject, a.place,
  a.activity_id as "activityId", a.funded_action_id as "fundedActionId", a.version,
  (select coalesce(jsonb_agg(jsonb_build_object('personId', y.person_id, 'part', y.part, 'attendance', y.attendance)
      order by y.part desc, y.person_id), '[]'::jsonb)
     from accompaniment.appointment_party y
    where y.organization_id = a.organization_id and y.appointment_id = a.id) as parties`;

/** An appointment with who takes part in it, locked when the act will change it. */
export async function findAppointment(
  tx: Tx,
  organizationId: OrganizationId,
  id: AppointmentId,
  locked = false,
): Promise<Appointment | null> {
  const { rows } = await sql<Appointment>`select ${COLUMNS} from accompaniment.appointment a
    where a.organization_id = ${organizationId} and a.id = ${id} ${locked ? sql`for update` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

export type AppointmentQuery = {
  readonly organizationId: OrganizationId;
  readonly from?: Instant;
  readonly until?: Instant;
  /** Those in which this person takes part. */
  readonly personId?: PersonId;
  readonly part?: "adviser" | "person";
  readonly status?: AppointmentStatus;
  readonly order?: "soonest" | "latest";
  readonly limit: number;
};

/** Appointments in the order of time. Rights are the caller's matter: it knows whom its reader reaches. */
export async function listAppointments(tx: Tx, query: AppointmentQuery): Promise<Appointment[]> {
  const { organizationId, from, until, personId, part, status, order = "soonest", limit } = query;
  const { rows } = await sql<Appointment>`select ${COLUMNS} from accompaniment.appointment a
    where a.organization_id = ${organizationId}
      ${from === undefined ? sql`` : sql`and a.starts_at >= ${from}`}
      ${until === undefined ? sql`` : sql`and a.starts_at < ${until}`}
      ${status === undefined ? sql`` : sql`and a.status = ${status}`}
      ${
        personId === undefined
          ? sql``
          : sql`and exists (select 1 from accompaniment.appointment_party m where m.organization_id = a.organization_id
              and m.appointment_id = a.id and m.person_id = ${personId}
              ${part === undefined ? sql`` : sql`and m.part = ${part}`})`
      }
    order by a.starts_at ${order === "latest" ? sql`desc` : sql``}, a.id limit ${limit}`.execute(tx);
  return rows;
}

export type AppointmentEvent = {
  readonly id: string;
  readonly kind: "plan" | "move" | "hold" | "cancel" | "askToMove";
  readonly at: Instant;
  readonly by: PersonId;
  readonly reason: string;
  readonly startsAt: Instant;
};

/** What happened to it, the oldest first. */
export async function eventsOf(tx: Tx, organizationId: OrganizationId, id: AppointmentId): Promise<AppointmentEvent[]> {
  return tx
    .withTables<AccompanimentTables>()
    .selectFrom("accompaniment.appointment_event")
    .select(["id", "kind", "at", "by", "reason", "starts_at as startsAt"])
    .where("organization_id", "=", organizationId)
    .where("appointment_id", "=", id)
    .orderBy("at")
    .orderBy("id")
    .execute();
}

/** Keeps what happened: by whom, when, why. */
export async function addEvent(
  { tx, organizationId, actor, now, id: newId }: CommandContext,
  appointment: Pick<Appointment, "id" | "startsAt">,
  kind: AppointmentEvent["kind"],
  reason: string,
): Promise<void> {
  await tx
    .withTables<AccompanimentTables>()
    .insertInto("accompaniment.appointment_event")
    .values({
      organization_id: organizationId,
      id: newId(),
      appointment_id: appointment.id,
      kind,
      at: now,
      by: actor.personId,
      reason,
      starts_at: appointment.startsAt,
    })
    .execute();
}
