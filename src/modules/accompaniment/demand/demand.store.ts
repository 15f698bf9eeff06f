import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { DemandId, WorkshopId } from "../workshop/workshop.ts";

export type Demand = {
  readonly id: DemandId;
  readonly title: string;
  readonly details: string;
  readonly askedBy: PersonId;
  readonly askedAt: Instant;
  readonly votes: number;
  /** Whether the reader is one of those who want it. */
  readonly mine: boolean;
  /** The workshop that answers it; null while nobody has. */
  readonly workshopId: WorkshopId | null;
};

const columns = (
  reader: PersonId | null,
) => sql`d.id, d.title, d.details, d.asked_by as "askedBy", d.asked_at as "askedAt",
  (select count(*)::int from accompaniment.demand_vote v
    where v.organization_id = d.organization_id and v.demand_id = d.id) as votes,
  exists (select 1 from accompaniment.demand_vote v where v.organization_id = d.organization_id
    and v.demand_id = d.id and v.person_id = ${reader}) as mine,
  (select w.id from accompaniment.workshop w where w.organization_id = d.organization_id
    and w.demand_id = d.id and w.cancelled_at is null) as "workshopId"`;

/** What people would like to learn and nobody has set up yet, the most wanted first. */
export async function openDemands(tx: Tx, organizationId: OrganizationId, reader: PersonId): Promise<Demand[]> {
  const { rows } = await sql<Demand>`select * from (select ${columns(reader)} from accompaniment.workshop_demand d
    where d.organization_id = ${organizationId}) found where "workshopId" is null
    order by votes desc, "askedAt", id limit 100`.execute(tx);
  return rows;
}

export async function findDemand(tx: Tx, organizationId: OrganizationId, id: DemandId): Promise<Demand | null> {
  const { rows } = await sql<Demand>`select ${columns(null)} from accompaniment.workshop_demand d
    where d.organization_id = ${organizationId} and d.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function votersOf(tx: Tx, organizationId: OrganizationId, id: DemandId): Promise<PersonId[]> {
  const { rows } = await sql<{ personId: PersonId }>`select person_id as "personId" from accompaniment.demand_vote
    where organization_id = ${organizationId} and demand_id = ${id} order by voted_at, person_id`.execute(tx);
  return rows.map(({ personId }) => personId);
}
