import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { StructureId } from "../structure/structure.ts";

export type Affiliation = {
  readonly id: Id<"affiliation">;
  readonly structureId: StructureId;
  readonly networkId: StructureId;
  readonly networkName: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
};

/** The memberships of a structure, the latest first. */
export async function affiliationsOf(
  tx: Tx,
  organizationId: OrganizationId,
  structureId: StructureId,
): Promise<readonly Affiliation[]> {
  const { rows } = await sql<Affiliation>`select a.id, a.structure_id as "structureId", a.network_id as "networkId",
      n.name as "networkName", a.starts_on as "startsOn", a.ends_on as "endsOn"
    from network.affiliation a
    join network.structure n on n.organization_id = a.organization_id and n.id = a.network_id
    where a.organization_id = ${organizationId} and a.structure_id = ${structureId}
    order by a.starts_on desc, n.name collate "fr-x-icu"`.execute(tx);
  return rows;
}

/** Structures that belong to a network on a day; `networkId` null: to this network itself. */
export async function membersOn(
  tx: Tx,
  organizationId: OrganizationId,
  on: Day,
  networkId: StructureId | null = null,
): Promise<readonly StructureId[]> {
  const { rows } = await sql<{ id: StructureId }>`select distinct a.structure_id as id from network.affiliation a
    join network.structure n on n.organization_id = a.organization_id and n.id = a.network_id
    where a.organization_id = ${organizationId} and ${networkId === null ? sql`n.is_self` : sql`n.id = ${networkId}`}
      and a.starts_on <= ${on} and (a.ends_on is null or a.ends_on >= ${on})`.execute(tx);
  return rows.map(({ id }) => id);
}
