import { sql } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { ClockTime } from "#kernel/zoned.ts";
import type { Tx } from "#platform/database/database.ts";
import type { WorkgroupId } from "../group/group.ts";

export type SessionId = Id<"session">;

/** A meeting of a group. */
export type Session = {
  readonly id: SessionId;
  readonly workgroupId: WorkgroupId;
  readonly heldOn: Day;
  /** Empty when it is not said yet. */
  readonly startsAt: ClockTime | "";
  readonly place: string;
  readonly link: string;
  readonly agenda: string;
  /** Versions of its minutes. */
  readonly minutes: number;
  readonly version: number;
};

const columns = sql`s.id, s.workgroup_id as "workgroupId", s.held_on as "heldOn", s.starts_at as "startsAt", s.place,
  s.link, s.agenda, s.version, (select count(*)::int from workgroup.minutes m
    where m.organization_id = s.organization_id and m.session_id = s.id) as minutes`;

/** The latest first. */
export async function sessionsOf(tx: Tx, organizationId: OrganizationId, id: WorkgroupId): Promise<Session[]> {
  const { rows } = await sql<Session>`select ${columns} from workgroup.session s
    where s.organization_id = ${organizationId} and s.workgroup_id = ${id}
    order by s.held_on desc, s.starts_at desc, s.id desc`.execute(tx);
  return rows;
}

export async function findSession(
  tx: Tx,
  organizationId: OrganizationId,
  workgroupId: WorkgroupId,
  id: SessionId | null,
): Promise<Session | null> {
  if (id === null) return null;
  const { rows } = await sql<Session>`select ${columns} from workgroup.session s
    where s.organization_id = ${organizationId} and s.workgroup_id = ${workgroupId} and s.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export type Minutes = {
  readonly number: number;
  readonly body: string;
  readonly at: Instant;
  readonly by: string;
  readonly came: readonly { readonly personId: PersonId; readonly name: string }[];
};

/** The latest first, each with who came. */
export async function minutesOf(tx: Tx, organizationId: OrganizationId, id: SessionId): Promise<Minutes[]> {
  const { rows } = await sql<Minutes>`
    select m.number, m.body, m.written_at as at, w.first_name || ' ' || w.last_name as by,
           coalesce((select jsonb_agg(jsonb_build_object('personId', a.person_id, 'name', p.first_name || ' ' || p.last_name)
                order by p.last_name collate "fr-x-icu", p.first_name collate "fr-x-icu")
              from workgroup.attendee a
              join membership.person p on p.organization_id = a.organization_id and p.id = a.person_id
             where a.organization_id = m.organization_id and a.session_id = m.session_id and a.number = m.number), '[]') as came
      from workgroup.minutes m
      join membership.person w on w.organization_id = m.organization_id and w.id = m.written_by
     where m.organization_id = ${organizationId} and m.session_id = ${id} order by m.number desc`.execute(tx);
  return rows;
}
