import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { isStaff } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Answer, EvidenceId, Labelling, LabellingId } from "./labelling.ts";

const columns = sql`l.id, l.structure_id as "structureId", s.name as "structureName", l.edition_id as "editionId",
    r.name as "referentialName", e.number as "editionNumber", r.example, l.mode, l.status,
    l.registered_at as "registeredAt", l.submitted_at as "submittedAt",
    array(select a.person_id from label.assessor a where a.organization_id = l.organization_id and a.labelling_id = l.id
            and a.released_at is null order by a.named_at, a.person_id)::text[] as "assessorIds",
    d.decided_on as "decidedOn", d.number, d.valid_until as "validUntil"`;
const tables = sql`label.labelling l
    join network.structure s on s.organization_id = l.organization_id and s.id = l.structure_id
    join label.edition e on e.organization_id = l.organization_id and e.id = l.edition_id
    join label.referential r on r.organization_id = e.organization_id and r.id = e.referential_id
    left join label.decision d on d.organization_id = l.organization_id and d.labelling_id = l.id`;

export async function findLabelling(
  tx: Tx,
  organizationId: OrganizationId,
  id: LabellingId,
  lock = false,
): Promise<Labelling | null> {
  const { rows } = await sql<Labelling>`select ${columns} from ${tables}
    where l.organization_id = ${organizationId} and l.id = ${id} ${lock ? sql`for update of l` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

/** The labellings that somebody may read: of their structures, those they assess, all of them for the team. */
export async function readableLabellings(
  tx: Tx,
  actor: Actor,
  structures: readonly StructureId[],
): Promise<readonly Labelling[]> {
  const { rows } = await sql<Labelling>`select ${columns} from ${tables}
    where l.organization_id = ${actor.organizationId} and (${isStaff(actor)}
       or l.structure_id = any(${[...structures]}::uuid[])
       or exists (select 1 from label.assessor a where a.organization_id = l.organization_id and a.labelling_id = l.id
                    and a.person_id = ${actor.personId} and a.released_at is null))
    order by l.ended_at is not null, l.registered_at desc, l.id`.execute(tx);
  return rows;
}

export type Certificate = {
  readonly labellingId: LabellingId;
  readonly structureId: StructureId;
  readonly structureName: string;
  readonly referentialName: string;
  readonly editionNumber: number;
  readonly number: string;
  readonly decidedOn: Day;
  readonly validUntil: Day;
};

/** What everybody of a network may know: which structures hold the label on a day, the latest certificate of each. */
export async function certificatesOn(tx: Tx, organizationId: OrganizationId, on: Day): Promise<readonly Certificate[]> {
  const { rows } = await sql<Certificate>`select * from (
      select distinct on (l.structure_id) l.id as "labellingId", l.structure_id as "structureId", s.name as "structureName",
        r.name as "referentialName", e.number as "editionNumber", d.number, d.decided_on as "decidedOn",
        d.valid_until as "validUntil"
      from ${tables}
      where l.organization_id = ${organizationId} and d.outcome = 'granted' and d.decided_on <= ${on}
        and d.valid_until >= ${on}
      order by l.structure_id, d.valid_until desc) held
    order by lower("structureName")`.execute(tx);
  return rows;
}

export async function answersOf(tx: Tx, organizationId: OrganizationId, id: LabellingId): Promise<readonly Answer[]> {
  const { rows } = await sql<Answer>`select a.code, a.value, a.comment,
      array(select x.evidence_id from label.answer_evidence x where x.organization_id = a.organization_id
              and x.labelling_id = a.labelling_id and x.code = a.code)::text[] as "evidenceIds"
    from label.answer a where a.organization_id = ${organizationId} and a.labelling_id = ${id}`.execute(tx);
  return rows;
}

export type GivenAnswer = Omit<Answer, "evidenceIds"> & { readonly evidenceIds: readonly EvidenceId[] };

/** Writes answers over those that stood; each takes the evidence that it names, and no other. */
export async function writeAnswers(
  tx: Tx,
  at: { readonly organizationId: OrganizationId; readonly now: string; readonly by: PersonId },
  id: LabellingId,
  answers: readonly GivenAnswer[],
): Promise<void> {
  const { organizationId, now, by } = at;
  const codes = answers.map(({ code }) => code);
  await sql`delete from label.answer_evidence
    where organization_id = ${organizationId} and labelling_id = ${id} and code = any(${codes})`.execute(tx);
  await sql`insert into label.answer (organization_id, labelling_id, code, value, comment, answered_at, answered_by)
    select ${organizationId}, ${id}, a.code, a.value, a.comment, ${now}, ${by}
      from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as a(code text, value text, comment text)
    on conflict (organization_id, labelling_id, code) do update
      set value = excluded.value, comment = excluded.comment, answered_at = excluded.answered_at,
          answered_by = excluded.answered_by`.execute(tx);
  const links = answers.flatMap(({ code, evidenceIds }) =>
    [...new Set(evidenceIds)].map((evidence) => ({ code, evidence })),
  );
  if (links.length === 0) return;
  await sql`insert into label.answer_evidence (organization_id, labelling_id, code, evidence_id)
    select ${organizationId}, ${id}, x.code, x.evidence
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as x(code text, evidence uuid)`.execute(tx);
}
