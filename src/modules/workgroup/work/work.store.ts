import { sql } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { WorkgroupId } from "../group/group.ts";
import type { DeliverableKind } from "./deliverable.ts";

export type Decision = {
  readonly id: Id<"decision">;
  readonly number: number;
  readonly body: string;
  readonly decidedOn: Day;
  /** The number of the one whose place it took, and of the one that took its own. */
  readonly supersedes: number | null;
  readonly supersededBy: number | null;
};

/** The log, latest first. */
export async function decisionsOf(tx: Tx, organizationId: OrganizationId, id: WorkgroupId): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    select d.id, d.number, d.body, d.decided_on as "decidedOn", e.number as supersedes, l.number as "supersededBy"
      from workgroup.decision d
      left join workgroup.decision e on e.organization_id = d.organization_id and e.id = d.supersedes
      left join workgroup.decision l on l.organization_id = d.organization_id and l.supersedes = d.id
     where d.organization_id = ${organizationId} and d.workgroup_id = ${id} order by d.number desc`.execute(tx);
  return rows;
}

export type Version = {
  readonly id: Id<"deliverableVersion">;
  readonly number: number;
  readonly note: string;
  readonly link: string;
  readonly fileName: string | null;
  readonly at: Instant;
  readonly by: string;
};
export type Deliverable = {
  readonly id: Id<"deliverable">;
  readonly kind: DeliverableKind;
  readonly title: string;
  /** The latest first. */
  readonly versions: readonly Version[];
};

export async function deliverablesOf(tx: Tx, organizationId: OrganizationId, id: WorkgroupId): Promise<Deliverable[]> {
  const { rows } = await sql<Deliverable>`
    select d.id, d.kind, d.title, (select jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number, 'note', v.note,
               'link', v.link, 'fileName', v.file_name, 'at', v.given_at, 'by', p.first_name || ' ' || p.last_name)
               order by v.number desc)
             from workgroup.deliverable_version v
             join membership.person p on p.organization_id = v.organization_id and p.id = v.given_by
            where v.organization_id = d.organization_id and v.deliverable_id = d.id) as versions
      from workgroup.deliverable d
     where d.organization_id = ${organizationId} and d.workgroup_id = ${id} order by d.kind, d.title collate "fr-x-icu", d.id`.execute(
    tx,
  );
  return rows;
}

export type SharedFile = { readonly hash: string; readonly name: string; readonly mediaType: string };

export async function findSharedFile(
  tx: Tx,
  organizationId: OrganizationId,
  workgroupId: WorkgroupId,
  id: Id<"deliverableVersion"> | null,
): Promise<SharedFile | null> {
  if (id === null) return null;
  const { rows } = await sql<SharedFile>`select v.file_hash as hash, v.file_name as name, v.media_type as "mediaType"
    from workgroup.deliverable_version v
    join workgroup.deliverable d on d.organization_id = v.organization_id and d.id = v.deliverable_id
    where v.organization_id = ${organizationId} and d.workgroup_id = ${workgroupId} and v.id = ${id}
      and v.file_hash is not null`.execute(tx);
  return rows[0] ?? null;
}
