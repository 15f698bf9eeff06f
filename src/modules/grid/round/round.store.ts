import { sql } from "kysely";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ProjectId } from "../project/project.ts";
import type { Agreed, Rater, Rating, Round, RoundId } from "./round.ts";

const columns = sql`o.id, o.project_id as "projectId", p.name as "projectName", o.model_id as "modelId",
    m.name as "modelName", m.number as "modelNumber", m.example, o.mode, o.status, o.opened_on as "openedOn",
    array(select r.person_id from grid.rater r where r.organization_id = o.organization_id and r.round_id = o.id
          )::text[] as "raterIds"
  from grid.round o
  join grid.project p on p.organization_id = o.organization_id and p.id = o.project_id
  join grid.model m on m.organization_id = o.organization_id and m.id = o.model_id`;

export async function findRound(
  tx: Tx,
  organizationId: OrganizationId,
  id: RoundId,
  lock = false,
): Promise<Round | null> {
  const { rows } = await sql<Round>`select ${columns} where o.organization_id = ${organizationId} and o.id = ${id}
    ${lock ? sql`for update of o` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

/** The rounds of a project, the latest first. */
export async function roundsOf(tx: Tx, organizationId: OrganizationId, id: ProjectId): Promise<readonly Round[]> {
  const { rows } = await sql<Round>`select ${columns} where o.organization_id = ${organizationId}
    and o.project_id = ${id} order by o.opened_at desc, o.id`.execute(tx);
  return rows;
}

export async function ratersOf(tx: Tx, organizationId: OrganizationId, id: RoundId): Promise<readonly Rater[]> {
  const { rows } = await sql<Rater>`select r.person_id as "personId", p.first_name || ' ' || p.last_name as name,
      r.finished_at as "finishedAt"
    from grid.rater r join membership.person p on p.organization_id = r.organization_id and p.id = r.person_id
    where r.organization_id = ${organizationId} and r.round_id = ${id} order by p.last_name collate "fr-x-icu", p.first_name collate "fr-x-icu", p.id`.execute(
    tx,
  );
  return rows;
}

/** Ratings as the database lets the reader see them: their own alone until the comparison opens. */
export async function ratingsOf(tx: Tx, organizationId: OrganizationId, id: RoundId): Promise<readonly Rating[]> {
  const { rows } = await sql<Rating>`select person_id as "personId", code, level, comment from grid.rating
    where organization_id = ${organizationId} and round_id = ${id}`.execute(tx);
  return rows;
}

export async function agreedOf(tx: Tx, organizationId: OrganizationId, id: RoundId): Promise<readonly Agreed[]> {
  const { rows } = await sql<Agreed>`select code, level, reason, evidence from grid.agreed_value
    where organization_id = ${organizationId} and round_id = ${id}`.execute(tx);
  return rows;
}

export type Remark = {
  readonly id: string;
  readonly code: string;
  readonly body: string;
  readonly saidBy: PersonId;
  readonly name: string;
};

export async function remarksOf(
  tx: Tx,
  organizationId: OrganizationId,
  id: RoundId,
  code: string,
): Promise<readonly Remark[]> {
  const { rows } = await sql<Remark>`select k.id, k.code, k.body, k.said_by as "saidBy",
      p.first_name || ' ' || p.last_name as name
    from grid.remark k join membership.person p on p.organization_id = k.organization_id and p.id = k.said_by
    where k.organization_id = ${organizationId} and k.round_id = ${id} and k.code = ${code} order by k.said_at, k.id`.execute(
    tx,
  );
  return rows;
}
