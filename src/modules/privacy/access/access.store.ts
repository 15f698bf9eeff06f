import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { ACCESS_ACTIONS, type AccessAction, type AccessFilter } from "./access.ts";

/** One reading: by whom, of what, about whom (empty for a list, which says how many). */
export type Access = {
  readonly id: string;
  readonly at: Instant;
  readonly who: string;
  readonly action: AccessAction;
  readonly about: string;
  readonly count: number | null;
};

const SUBJECT = sql`case when a.subject_kind in ('parcours.sensitive', 'membership.person')
  and a.action <> 'membership.person.export' then a.subject_id else a.details ->> 'personId' end`;

/** The readings that fit, the latest first; `timeZone` decides which day a moment belongs to. */
export async function accesses(
  tx: Tx,
  organizationId: OrganizationId,
  timeZone: string,
  filter: AccessFilter & { readonly about?: PersonId },
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly Access[]; readonly total: number }> {
  const like = `%${filter.q.replace(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await sql<Access & { total: string }>`
    with read as (
      select a.id, a.at, a.action, coalesce(w.first_name || ' ' || w.last_name, a.details ->> 'provider', '') as who, a.person_id,
             coalesce(p.first_name || ' ' || p.last_name, '') as about, p.id as about_id,
             (a.details ->> 'count')::integer as count
        from platform.audit a
        left join membership.person w on w.organization_id = a.organization_id and w.id = a.person_id
        left join membership.person p on p.organization_id = a.organization_id and p.id::text = ${SUBJECT}
       where a.organization_id = ${organizationId} and a.action = any(${[...ACCESS_ACTIONS]}::text[])
         and (${filter.action}::text is null or a.action = ${filter.action})
         and (${filter.from}::date is null or a.at >= ${filter.from}::date::timestamp at time zone ${timeZone})
         and (${filter.until}::date is null or a.at < (${filter.until}::date + 1)::timestamp at time zone ${timeZone})
    )
    select id, at, action, who, about, count, (count(*) over ())::text as total from read
     where (${filter.q} = '' or who ilike ${like} or about ilike ${like})
       and (${filter.about ?? null}::uuid is null
         or (about_id = ${filter.about ?? null} and person_id is distinct from about_id))
     order by at desc, id desc limit ${page.limit} offset ${page.offset}`.execute(tx);
  return { rows: rows.map(({ total: _, ...row }) => row), total: Number(rows[0]?.total ?? 0) };
}
