import { sql } from "kysely";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { PlanAction, Project, ProjectId } from "./project.ts";

const columns = sql`p.id, p.name, p.kind, p.territory, p.description,
    array(select x.structure_id from grid.partner x where x.organization_id = p.organization_id and x.project_id = p.id
          )::text[] as "partnerIds",
    exists (select 1 from grid.rater r join grid.round o on o.organization_id = r.organization_id and o.id = r.round_id
             where r.organization_id = p.organization_id and o.project_id = p.id`;

export type ReadableProject = Project & { readonly rates: boolean };

/** Projects by name; `rates`: whether somebody was asked to rate one of their rounds. */
export async function listProjects(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
): Promise<readonly ReadableProject[]> {
  const { rows } = await sql<ReadableProject>`select ${columns} and r.person_id = ${personId}) as rates
    from grid.project p where p.organization_id = ${organizationId} order by p.name collate "fr-x-icu", p.id`.execute(
    tx,
  );
  return rows;
}

export async function findProject(
  tx: Tx,
  organizationId: OrganizationId,
  id: ProjectId,
  personId: PersonId,
): Promise<ReadableProject | null> {
  const { rows } = await sql<ReadableProject>`select ${columns} and r.person_id = ${personId}) as rates
    from grid.project p where p.organization_id = ${organizationId} and p.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function planOf(tx: Tx, organizationId: OrganizationId, id: ProjectId): Promise<readonly PlanAction[]> {
  const { rows } = await sql<PlanAction>`select id, code, what, who, due_on as "dueOn", done_at as "doneAt",
      done_note as "doneNote"
    from grid.plan_action where organization_id = ${organizationId} and project_id = ${id}
    order by done_at is not null, due_on, id`.execute(tx);
  return rows;
}
