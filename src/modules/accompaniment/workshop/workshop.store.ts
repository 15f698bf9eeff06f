import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { AccompanimentTables } from "../tables.ts";
import type { SessionId, Workshop, WorkshopId } from "./workshop.ts";

const COLUMNS = sql`w.id, w.title, w.description, w.themes, w.place, w.outside_trainer as "outsideTrainer", w.capacity,
  w.signup, w.demand_id as "demandId", w.created_by as "createdBy", w.cancelled_at as "cancelledAt",
  w.cancel_reason as "cancelReason", w.version,
  (select coalesce(jsonb_agg(t.person_id order by t.person_id), '[]'::jsonb) from accompaniment.workshop_trainer t
    where t.organization_id = w.organization_id and t.workshop_id = w.id) as trainers,
  (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'minutes', s.minutes, 'startsAt',
      to_char(s.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by s.starts_at), '[]'::jsonb)
     from accompaniment.workshop_session s
    where s.organization_id = w.organization_id and s.workshop_id = w.id) as sessions,
  (select coalesce(jsonb_agg(jsonb_build_object('personId', r.person_id,
      'askedAt', to_char(r.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'seatedAt', to_char(r.seated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      order by r.asked_at, r.id), '[]'::jsonb)
     from accompaniment.workshop_registration r
    where r.organization_id = w.organization_id and r.workshop_id = w.id and r.left_at is null) as registrations`;

/** A workshop with its dates, its trainers and those who stand, locked when the act will change its seats. */
export async function findWorkshop(
  tx: Tx,
  organizationId: OrganizationId,
  id: WorkshopId,
  locked = false,
): Promise<Workshop | null> {
  if (locked) {
    // Read after the lock: seats given meanwhile are seen.
    await sql`select 1 from accompaniment.workshop where organization_id = ${organizationId} and id = ${id}
      for update`.execute(tx);
  }
  const { rows } = await sql<Workshop>`select ${COLUMNS} from accompaniment.workshop w
    where w.organization_id = ${organizationId} and w.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** The workshop of one of its dates. */
export async function workshopOf(tx: Tx, organizationId: OrganizationId, id: SessionId): Promise<Workshop | null> {
  const row = await tx
    .withTables<AccompanimentTables>()
    .selectFrom("accompaniment.workshop_session")
    .select("workshop_id")
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? findWorkshop(tx, organizationId, row.workshop_id) : null;
}

const LAST_DATE = sql`(select max(s.starts_at) from accompaniment.workshop_session s
    where s.organization_id = w.organization_id and s.workshop_id = w.id)`;

/** Workshops with a date to come, the soonest first, or whose dates are all over, the latest first. */
export async function listWorkshops(
  tx: Tx,
  organizationId: OrganizationId,
  now: Instant,
  which: "coming" | "past",
  limit: number,
  offset = 0,
): Promise<Workshop[]> {
  const coming = which === "coming";
  const { rows } = await sql<Workshop>`select ${COLUMNS} from accompaniment.workshop w
    where w.organization_id = ${organizationId}
      and ${LAST_DATE} ${coming ? sql`>` : sql`<=`} ${now} ${coming ? sql`and w.cancelled_at is null` : sql``}
    order by ${LAST_DATE} ${coming ? sql`` : sql`desc`}, w.id limit ${limit} offset ${offset}`.execute(tx);
  return rows;
}

/** How many have no date to come any more. */
export async function countPastWorkshops(tx: Tx, organizationId: OrganizationId, now: Instant): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from accompaniment.workshop w
    where w.organization_id = ${organizationId} and ${LAST_DATE} <= ${now}`.execute(tx);
  return rows[0]?.total ?? 0;
}

/** Seats those who may sit, as the pure rule says, and gives back who they are. */
export async function seat(
  { tx, organizationId, now }: CommandContext,
  workshopId: WorkshopId,
  personIds: readonly PersonId[],
): Promise<void> {
  if (personIds.length === 0) return;
  await tx
    .withTables<AccompanimentTables>()
    .updateTable("accompaniment.workshop_registration")
    .set({ seated_at: now })
    .where("organization_id", "=", organizationId)
    .where("workshop_id", "=", workshopId)
    .where("person_id", "in", [...personIds])
    .where("left_at", "is", null)
    .where("seated_at", "is", null)
    .execute();
}

/** The first date of a workshop. */
export async function firstSession(tx: Tx, organizationId: OrganizationId, id: WorkshopId): Promise<SessionId | null> {
  return (await findWorkshop(tx, organizationId, id))?.sessions[0]?.id ?? null;
}
