import { sql } from "kysely";
import type { Day, Instant } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import { type FindingValue, verdictOf } from "../decision/decision.ts";
import type { LabellingId } from "../labelling/labelling.ts";

export type Finding = {
  readonly code: string;
  readonly personId: PersonId;
  readonly value: FindingValue;
  readonly note: string;
  readonly foundAt: Instant;
};

/** The latest finding of each assessor on each criterion. */
export async function findingsOf(tx: Tx, organizationId: OrganizationId, id: LabellingId): Promise<readonly Finding[]> {
  const { rows } =
    await sql<Finding>`select distinct on (f.code, f.person_id) f.code, f.person_id as "personId", f.value,
      f.note, f.found_at as "foundAt"
    from label.finding f where f.organization_id = ${organizationId} and f.labelling_id = ${id}
    order by f.code, f.person_id, f.found_at desc, f.id desc`.execute(tx);
  return rows;
}

/** What the assessors of today hold together of each criterion. */
export function verdictsOf(
  codes: readonly string[],
  assessors: readonly PersonId[],
  findings: readonly Finding[],
): ReadonlyMap<string, FindingValue | null> {
  const found = new Map(findings.map(({ code, personId, value }) => [`${code} ${personId}`, value]));
  return new Map(codes.map((code) => [code, verdictOf(assessors.map((who) => found.get(`${code} ${who}`) ?? null))]));
}

export type CorrectiveAction = {
  readonly id: Id<"correctiveAction">;
  readonly code: string;
  readonly wording: string;
  readonly dueOn: Day;
  readonly doneAt: Instant | null;
  readonly doneNote: string;
  readonly checkedAt: Instant | null;
};

export async function actionsOf(
  tx: Tx,
  organizationId: OrganizationId,
  id: LabellingId,
): Promise<readonly CorrectiveAction[]> {
  const { rows } = await sql<CorrectiveAction>`select id, code, wording, due_on as "dueOn", done_at as "doneAt",
      done_note as "doneNote", checked_at as "checkedAt"
    from label.corrective_action where organization_id = ${organizationId} and labelling_id = ${id}
    order by checked_at is not null, done_at is not null, due_on, code, id`.execute(tx);
  return rows;
}

export type OwnAudit = { readonly labellingId: LabellingId; readonly done: number; readonly total: number };

/** How far somebody is with each labelling that was entrusted to them: criteria they spoke of, criteria in all. */
export async function ownAudits(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
): Promise<readonly OwnAudit[]> {
  const { rows } = await sql<OwnAudit>`select a.labelling_id as "labellingId",
      (select count(distinct f.code)::integer from label.finding f where f.organization_id = a.organization_id
          and f.labelling_id = a.labelling_id and f.person_id = a.person_id) as done,
      (select count(*)::integer from label.criterion c where c.organization_id = l.organization_id
          and c.edition_id = l.edition_id) as total
    from label.assessor a join label.labelling l on l.organization_id = a.organization_id and l.id = a.labelling_id
    where a.organization_id = ${organizationId} and a.person_id = ${personId} and a.released_at is null`.execute(tx);
  return rows;
}

export async function labellingOfAction(
  tx: Tx,
  organizationId: OrganizationId,
  id: Id<"correctiveAction">,
): Promise<(CorrectiveAction & { readonly labellingId: LabellingId }) | null> {
  const { rows } = await sql<
    CorrectiveAction & { labellingId: LabellingId }
  >`select id, code, wording, due_on as "dueOn",
      done_at as "doneAt", done_note as "doneNote", checked_at as "checkedAt", labelling_id as "labellingId"
    from label.corrective_action where organization_id = ${organizationId} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}
