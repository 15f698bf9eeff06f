import { sql } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Capacity, EncounterState, SharedFunction } from "./capacity.ts";

/** The functions that the network shares, in its order. */
export async function functionsOf(tx: Tx, organizationId: OrganizationId): Promise<SharedFunction[]> {
  const { rows } = await sql<SharedFunction>`select id, title from workgroup.shared_function
    where organization_id = ${organizationId} and not retired order by position, title collate "fr-x-icu"`.execute(tx);
  return rows;
}

/** What is needed or offered and neither withdrawn nor past. */
export async function capacitiesOf(tx: Tx, organizationId: OrganizationId, today: Day): Promise<Capacity[]> {
  const { rows } = await sql<Capacity>`
    select c.id, c.structure_id as "structureId", t.name as "structureName", c.function_id as "functionId",
           f.title as "functionTitle", c.side, c.quantity, c.unit, c.starts_on as "startsOn", c.ends_on as "endsOn",
           c.note
      from workgroup.capacity c
      join network.structure t on t.organization_id = c.organization_id and t.id = c.structure_id
      join workgroup.shared_function f on f.organization_id = c.organization_id and f.id = c.function_id
     where c.organization_id = ${organizationId} and c.withdrawn_on is null and (c.ends_on is null or c.ends_on >= ${today})
       and t.closed_on is null
     order by t.name collate "fr-x-icu", c.side, c.said_at, c.id`.execute(tx);
  return rows;
}

export type Encounter = {
  readonly needId: Capacity["id"];
  readonly offerId: Capacity["id"];
  readonly state: EncounterState;
  readonly note: string;
  readonly at: Instant;
  readonly by: string;
};

/** What was said of each pair, the latest first: the first one of a pair counts. */
export async function encountersOf(tx: Tx, organizationId: OrganizationId): Promise<Encounter[]> {
  const { rows } = await sql<Encounter>`
    select e.need_id as "needId", e.offer_id as "offerId", e.state, e.note, e.said_at as at,
           p.first_name || ' ' || p.last_name as by
      from workgroup.encounter e
      join membership.person p on p.organization_id = e.organization_id and p.id = e.said_by
     where e.organization_id = ${organizationId} order by e.said_at desc, e.id desc`.execute(tx);
  return rows;
}
