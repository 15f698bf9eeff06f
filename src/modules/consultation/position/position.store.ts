import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ConsultationId } from "../consultation/consultation.ts";
import type { Position } from "./position.ts";

/** By structure, the latest first. */
export async function positionsOf(tx: Tx, organizationId: OrganizationId, id: ConsultationId): Promise<Position[]> {
  const { rows } = await sql<Position>`select p.structure_id as "structureId", s.name as "structureName",
      s.kind as "structureKind", p.number, p.taken_on as "takenOn", p.body, p.recorded_at as "recordedAt"
    from consultation.position p
    join network.structure s on s.organization_id = p.organization_id and s.id = p.structure_id
    where p.organization_id = ${organizationId} and p.consultation_id = ${id}
    order by s.name collate "fr-x-icu", s.id, p.number desc`.execute(tx);
  return rows;
}
