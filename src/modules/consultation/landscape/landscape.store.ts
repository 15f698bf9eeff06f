import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ConsultationId } from "../consultation/consultation.ts";
import type { LandscapeKind, LandscapeLine, LandscapeLineId } from "./landscape.ts";

/** What was not taken back, in the order in which it was said. */
export async function landscapeOf(
  tx: Tx,
  organizationId: OrganizationId,
  id: ConsultationId,
): Promise<LandscapeLine[]> {
  const { rows } = await sql<LandscapeLine>`select l.id, l.structure_id as "structureId", s.name as "structureName",
      l.kind, l.body from consultation.landscape_line l
    join network.structure s on s.organization_id = l.organization_id and s.id = l.structure_id
    where l.organization_id = ${organizationId} and l.consultation_id = ${id} and l.withdrawn_at is null
    order by l.added_at, l.id`.execute(tx);
  return rows;
}

export type HeldLine = {
  readonly consultationId: ConsultationId;
  readonly structureId: StructureId;
  readonly kind: LandscapeKind;
  readonly withdrawn: boolean;
};

/** Held until the end of the act. */
export async function holdLine(tx: Tx, organizationId: OrganizationId, id: LandscapeLineId): Promise<HeldLine | null> {
  const { rows } = await sql<HeldLine>`select consultation_id as "consultationId", structure_id as "structureId", kind,
      withdrawn_at is not null as withdrawn from consultation.landscape_line
    where organization_id = ${organizationId} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}
