import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ConventionId } from "../convention/convention.ts";
import type { JointAction, Step } from "./action.ts";

/** The joint actions of a convention by their day, each with all that was said of it. */
export async function actionsOf(
  tx: Tx,
  organizationId: OrganizationId,
  conventionId: ConventionId,
): Promise<JointAction[]> {
  const { rows } = await sql<Omit<JointAction, "steps">>`
    select a.id, a.title, a.objective_id as "objectiveId", a.carrier_id as "carrierId", s.name as "carrierName",
           a.planned_on as "plannedOn"
      from objectives.action a
      join network.structure s on s.organization_id = a.organization_id and s.id = a.carrier_id
     where a.organization_id = ${organizationId} and a.convention_id = ${conventionId}
     order by a.planned_on, a.id`.execute(tx);
  const steps = await sql<Step & { actionId: JointAction["id"] }>`
    select s.action_id as "actionId", s.state, s.note, s.link, p.first_name || ' ' || p.last_name as by, s.recorded_at as at
      from objectives.step s
      join objectives.action a on a.organization_id = s.organization_id and a.id = s.action_id
      join membership.person p on p.organization_id = s.organization_id and p.id = s.recorded_by
     where s.organization_id = ${organizationId} and a.convention_id = ${conventionId}
     order by s.recorded_at desc, s.id desc`.execute(tx);
  return rows.map((action) => ({
    ...action,
    steps: steps.rows.filter(({ actionId }) => actionId === action.id).map(({ actionId: _, ...step }) => step),
  }));
}
