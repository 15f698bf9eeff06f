/** SQL of where each limit stands, as it was last seen of a morning. */
import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { LimitKey } from "./limit.ts";

export type LastSeen = {
  readonly key: LimitKey;
  readonly rank: number;
  readonly passed: boolean;
  readonly seenOn: Day;
};

/** The limits that were ever passed. */
export async function lastSeen(tx: Tx, organizationId: OrganizationId): Promise<ReadonlyMap<LimitKey, LastSeen>> {
  const { rows } = await sql<LastSeen>`
    select distinct on (limit_key) limit_key as key, rank, passed, seen_on as "seenOn" from governance.limit_change
     where organization_id = ${organizationId} order by limit_key, rank desc`.execute(tx);
  return new Map(rows.map((row) => [row.key, row]));
}
