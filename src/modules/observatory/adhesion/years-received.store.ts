import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";

export type YearReceived = {
  readonly period: string;
  readonly answered: number;
  /** The rank of the last publication; null: never. */
  readonly rank: number | null;
  /** Documents that stand and are not in it. */
  readonly newer: number;
};

/** Each year that something was received of, with what its last publication left out. */
export async function yearsReceived(tx: Tx, organizationId: OrganizationId): Promise<YearReceived[]> {
  const { rows } = await sql<YearReceived>`select r.period, count(*)::int as answered, l.rank,
      count(*) filter (where l.rank is null or not (r.id = any (l.documents)))::int as newer
    from observatory.received r
    left join lateral (select rank, documents from observatory.release l
       where l.organization_id = r.organization_id and l.period = r.period order by rank desc limit 1) l on true
    where r.organization_id = ${organizationId} and r.superseded_at is null
    group by r.period, l.rank order by r.period desc`.execute(tx);
  return rows;
}
