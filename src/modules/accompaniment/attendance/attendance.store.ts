import { sql } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { SessionId, WorkshopId } from "../workshop/workshop.ts";
import type { Signature } from "./signature.ts";

export async function signaturesOf(
  tx: Tx,
  organizationId: OrganizationId,
  id: SessionId,
): Promise<ReadonlyMap<PersonId, Signature>> {
  const { rows } =
    await sql<Signature>`select person_id as "personId", part, method, strokes, typed_name as "typedName",
      digest, signed_at as "signedAt" from accompaniment.session_signature
    where organization_id = ${organizationId} and session_id = ${id} order by signed_at, person_id`.execute(tx);
  return new Map(rows.map((row) => [row.personId, row]));
}

export async function absencesOf(
  tx: Tx,
  organizationId: OrganizationId,
  id: SessionId,
): Promise<ReadonlyMap<PersonId, "absent" | "excused">> {
  const { rows } = await sql<{ personId: PersonId; kind: "absent" | "excused" }>`
    select person_id as "personId", kind from accompaniment.session_absence
    where organization_id = ${organizationId} and session_id = ${id}`.execute(tx);
  return new Map(rows.map(({ personId, kind }) => [personId, kind]));
}

/** Minutes of dates that each person signed, from a day to another one, as participants. */
export async function attendedMinutes(
  tx: Tx,
  organizationId: OrganizationId,
  personIds: readonly PersonId[],
  from: Day,
  until: Day,
): Promise<ReadonlyMap<PersonId, number>> {
  const { rows } = await sql<{ personId: PersonId; minutes: number }>`
    select g.person_id as "personId", sum(s.minutes)::int as minutes
      from accompaniment.session_signature g
      join accompaniment.workshop_session s on s.organization_id = g.organization_id and s.id = g.session_id
     where g.organization_id = ${organizationId} and g.person_id = any(${personIds}::uuid[]) and g.part = 'participant'
       and s.starts_at >= ${from}::date and s.starts_at < ${until}::date + 1
     group by g.person_id`.execute(tx);
  return new Map(rows.map(({ personId, minutes }) => [personId, minutes]));
}

export type Unsigned = {
  readonly sessionId: SessionId;
  readonly workshopId: WorkshopId;
  readonly title: string;
  readonly startsAt: Instant;
  readonly missing: number;
};

/**
 * Dates of the last months that are over and lack an answer: somebody seated, or who leads, neither signed nor is noted as
 * absent. Of those that this person set up or leads, or of everybody.
 */
export async function unsignedSessions(
  tx: Tx,
  organizationId: OrganizationId,
  query: { readonly before: Instant; readonly since: Instant; readonly of: PersonId | "all" },
): Promise<Unsigned[]> {
  const { rows } = await sql<Unsigned>`
    select s.id as "sessionId", w.id as "workshopId", w.title, s.starts_at as "startsAt", count(*)::int as missing
      from accompaniment.workshop_session s
      join accompaniment.workshop w on w.organization_id = s.organization_id and w.id = s.workshop_id
      join (select organization_id, workshop_id, person_id from accompaniment.workshop_trainer
            union
            select organization_id, workshop_id, person_id from accompaniment.workshop_registration
             where seated_at is not null and left_at is null) e
        on e.organization_id = w.organization_id and e.workshop_id = w.id
     where s.organization_id = ${organizationId} and w.cancelled_at is null
       and s.starts_at + make_interval(mins => s.minutes) < ${query.before} and s.starts_at > ${query.since}
       ${
         query.of === "all"
           ? sql``
           : sql`and (w.created_by = ${query.of} or exists (select 1 from accompaniment.workshop_trainer t
               where t.organization_id = w.organization_id and t.workshop_id = w.id and t.person_id = ${query.of}))`
       }
       and not exists (select 1 from accompaniment.session_signature g where g.organization_id = s.organization_id
             and g.session_id = s.id and g.person_id = e.person_id)
       and not exists (select 1 from accompaniment.session_absence a where a.organization_id = s.organization_id
             and a.session_id = s.id and a.person_id = e.person_id)
     group by s.id, w.id, w.title, s.starts_at order by s.starts_at, s.id limit 10`.execute(tx);
  return rows;
}
