/** SQL of the queue of the support team. */

import { sql } from "kysely";
import { type Actor, visibleActivities } from "#kernel/actor.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { mayDecide, type Waiting } from "./waiting.ts";

/** More than anybody reads in a sitting. */
const MOST = 200;

/** The documents that wait for the cooperative, oldest first. */
async function listWaiting(
  tx: Tx,
  organizationId: OrganizationId,
  activities: "all" | ReadonlySet<ActivityId>,
): Promise<Waiting[]> {
  const mine = activities === "all" ? sql`true` : sql`d.activity_id = any(${[...activities]}::uuid[])`;
  const waits = sql`d.organization_id = ${organizationId} and d.status = 'submitted' and ${mine}`;
  const { rows } = await sql<Waiting>`
    select d.kind, d.id, d.activity_id as "activityId", c.name as "customerName", d.title, d.version,
           case d.kind when 'credit_note' then -d.gross else d.gross end as gross, d.updated_at as "at"
      from (select d.organization_id, 'quote' as kind, d.id, d.activity_id, d.customer_id, d.title, d.version, d.gross, d.updated_at
              from sales.quote d where ${waits}
             union all
            select d.organization_id, d.kind, d.id, d.activity_id, d.customer_id, d.title, d.version, d.gross, d.updated_at
              from sales.invoice d where ${waits}) d
      join sales.customer c on c.organization_id = d.organization_id and c.id = d.customer_id
     order by d.updated_at, d.id limit ${MOST}`.execute(tx);
  return rows;
}

/** Those that this person may decide of. */
export async function queueOf(tx: Tx, organizationId: OrganizationId, actor: Actor): Promise<Waiting[]> {
  const waiting = await listWaiting(tx, organizationId, visibleActivities(actor));
  return waiting.filter((document) => mayDecide(actor, document));
}
