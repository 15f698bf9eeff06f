import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ConsultationId } from "../consultation/consultation.ts";
import type { Adoption, CommitteeSeat, Decision, Roadmap, RoadmapId, Workstream } from "./roadmap.ts";

const columns = sql`r.id, r.consultation_id as "consultationId", r.title, r.mandate, r.version`;

export async function findRoadmap(
  tx: Tx,
  organizationId: OrganizationId,
  id: RoadmapId,
  lock = false,
): Promise<Roadmap | null> {
  const { rows } = await sql<Roadmap>`select ${columns} from consultation.roadmap r
    where r.organization_id = ${organizationId} and r.id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

/** The latest first; those of one consultation when it is named. */
export async function listRoadmaps(
  tx: Tx,
  organizationId: OrganizationId,
  consultationId: ConsultationId | null = null,
): Promise<Roadmap[]> {
  const { rows } = await sql<Roadmap>`select ${columns} from consultation.roadmap r
    where r.organization_id = ${organizationId}
      ${consultationId === null ? sql`` : sql`and r.consultation_id = ${consultationId}`}
    order by r.created_at desc, r.id desc`.execute(tx);
  return rows;
}

export async function workstreamsOf(tx: Tx, organizationId: OrganizationId, id: RoadmapId): Promise<Workstream[]> {
  const { rows } = await sql<Workstream>`select w.id, w.title, w.description, s.name as "structureName",
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'title', m.title, 'dueOn', m.due_on, 'reachedOn', m.reached_on)
          order by m.due_on, m.id)
        from consultation.milestone m where m.organization_id = w.organization_id and m.workstream_id = w.id), '[]'::jsonb)
        as milestones
    from consultation.workstream w
    left join network.structure s on s.organization_id = w.organization_id and s.id = w.structure_id
    where w.organization_id = ${organizationId} and w.roadmap_id = ${id} order by w.added_at, w.id`.execute(tx);
  return rows;
}

export async function committeeOf(tx: Tx, organizationId: OrganizationId, id: RoadmapId): Promise<CommitteeSeat[]> {
  const { rows } =
    await sql<CommitteeSeat>`select c.person_id as "personId", p.first_name || ' ' || p.last_name as name,
      c.function from consultation.committee_seat c
    join membership.person p on p.organization_id = c.organization_id and p.id = c.person_id
    where c.organization_id = ${organizationId} and c.roadmap_id = ${id} and c.ends_on is null
    order by p.last_name collate "fr-x-icu", p.first_name collate "fr-x-icu"`.execute(tx);
  return rows;
}

/** The latest first. */
export async function decisionsOf(tx: Tx, organizationId: OrganizationId, id: RoadmapId): Promise<Decision[]> {
  const { rows } =
    await sql<Decision>`select id, decided_on as "decidedOn", title, body from consultation.roadmap_decision
    where organization_id = ${organizationId} and roadmap_id = ${id} order by decided_on desc, recorded_at desc`.execute(
      tx,
    );
  return rows;
}

/** Every answer of every structure. */
export async function adoptionsOf(tx: Tx, organizationId: OrganizationId, id: RoadmapId): Promise<Adoption[]> {
  const { rows } = await sql<Adoption>`select a.structure_id as "structureId", s.name as "structureName", a.number,
      a.choice, a.comment, a.recorded_at as "recordedAt" from consultation.adoption a
    join network.structure s on s.organization_id = a.organization_id and s.id = a.structure_id
    where a.organization_id = ${organizationId} and a.roadmap_id = ${id} order by s.name collate "fr-x-icu", a.number desc`.execute(
    tx,
  );
  return rows;
}
