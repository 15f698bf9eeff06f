import { sql } from "kysely";
import { addDays, type Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { Tx } from "#platform/database/database.ts";
import { type EndingKind, WARNINGS } from "./ending.ts";

export type Ending = {
  readonly kind: EndingKind;
  readonly id: string;
  readonly structureId: StructureId;
  readonly structureName: string;
  readonly title: string;
  readonly path: string;
  readonly on: Day;
};

/**
 * What runs out soon: evidence still offered, actions not done, certificates that no later one follows. Until the earliest
 * warning of each, and from today.
 */
export async function endingsOn(tx: Tx, organizationId: OrganizationId, today: Day): Promise<readonly Ending[]> {
  const until = (kind: EndingKind) => addDays(today, WARNINGS[kind][0]);
  const { rows } = await sql<Ending>`
    select 'evidence' as kind, v.id::text as id, v.structure_id as "structureId", s.name as "structureName", v.title,
           'label/preuves' as path, v.valid_until as on
      from label.evidence v join network.structure s on s.organization_id = v.organization_id and s.id = v.structure_id
     where v.organization_id = ${organizationId} and v.retired_at is null
       and v.valid_until between ${today} and ${until("evidence")}
    union all
    select 'action', a.id::text, l.structure_id, s.name, a.wording, 'label/demarches/' || l.id, a.due_on
      from label.corrective_action a
      join label.labelling l on l.organization_id = a.organization_id and l.id = a.labelling_id
      join network.structure s on s.organization_id = l.organization_id and s.id = l.structure_id
     where a.organization_id = ${organizationId} and a.done_at is null and l.status <> 'withdrawn'
       and a.due_on between ${today} and ${until("action")}
    union all
    select 'certificate', l.id::text, l.structure_id, s.name, d.number, 'label/demarches/' || l.id, d.valid_until
      from label.decision d
      join label.labelling l on l.organization_id = d.organization_id and l.id = d.labelling_id
      join network.structure s on s.organization_id = l.organization_id and s.id = l.structure_id
     where d.organization_id = ${organizationId} and d.valid_until between ${today} and ${until("certificate")}
       and not exists (select 1 from label.decision later
             join label.labelling next on next.organization_id = later.organization_id and next.id = later.labelling_id
            where later.organization_id = d.organization_id and next.structure_id = l.structure_id
              and later.valid_until > d.valid_until)
    order by 7, 2`.execute(tx);
  return rows;
}
