import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { StructureId } from "../structure/structure.ts";
import type { Place } from "./place.ts";

/** Sites first, then permanences, by town. */
export async function placesOf(
  tx: Tx,
  organizationId: OrganizationId,
  structureIds: readonly StructureId[],
): Promise<readonly (Place & { readonly structureId: StructureId })[]> {
  if (structureIds.length === 0) return [];
  const { rows } = await sql<Place & { structureId: StructureId }>`select id, structure_id as "structureId", kind, name,
      city, department, rhythm from network.place
    where organization_id = ${organizationId} and structure_id = any(${[...structureIds]})
    order by kind desc, city collate "fr-x-icu", name collate "fr-x-icu"`.execute(tx);
  return rows;
}
