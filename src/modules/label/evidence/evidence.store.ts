import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { Tx } from "#platform/database/database.ts";
import type { EvidenceId, LabellingId } from "../labelling/labelling.ts";

export type Evidence = {
  readonly id: EvidenceId;
  readonly structureId: StructureId;
  readonly structureName: string;
  readonly title: string;
  readonly link: string;
  readonly fileHash: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly retired: boolean;
  /** Codes of the criteria that lean on it, whatever the labelling. */
  readonly codes: readonly string[];
};

const columns = sql`v.id, v.structure_id as "structureId", s.name as "structureName", v.title, v.link,
    v.file_hash as "fileHash", v.file_name as "fileName", v.media_type as "mediaType", v.valid_from as "validFrom",
    v.valid_until as "validUntil", v.retired_at is not null as retired,
    array(select distinct x.code from label.answer_evidence x where x.organization_id = v.organization_id
            and x.evidence_id = v.id order by x.code) as codes
  from label.evidence v
  join network.structure s on s.organization_id = v.organization_id and s.id = v.structure_id`;

/** What some structures have to show: what runs out first comes first. */
export async function evidenceOf(
  tx: Tx,
  organizationId: OrganizationId,
  structures: readonly StructureId[],
): Promise<readonly Evidence[]> {
  const { rows } = await sql<Evidence>`select ${columns}
    where v.organization_id = ${organizationId} and v.structure_id = any(${[...structures]}::uuid[])
    order by v.retired_at is not null, v.valid_until nulls last, v.title collate "fr-x-icu", v.id`.execute(tx);
  return rows;
}

export async function findEvidence(tx: Tx, organizationId: OrganizationId, id: EvidenceId): Promise<Evidence | null> {
  const { rows } = await sql<Evidence>`select ${columns}
    where v.organization_id = ${organizationId} and v.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** The labellings whose answers lean on it: their assessors may open it. */
export async function labellingsOn(
  tx: Tx,
  organizationId: OrganizationId,
  id: EvidenceId,
): Promise<readonly LabellingId[]> {
  const { rows } = await sql<{ id: LabellingId }>`select distinct labelling_id as id from label.answer_evidence
    where organization_id = ${organizationId} and evidence_id = ${id}`.execute(tx);
  return rows.map((row) => row.id);
}
