import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { listStructures } from "#modules/network/index.server.ts";
import type { StructureId } from "#modules/network/index.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Audience, Consultation, Phase, PhaseId } from "../consultation/consultation.ts";
import type { Answer, Gathering } from "./answer.ts";

/** Every answer of a phase, with what it ranks; of one structure only when it is named. */
export async function answersOf(
  tx: Tx,
  organizationId: OrganizationId,
  phaseId: PhaseId,
  structureId: StructureId | null = null,
): Promise<Answer[]> {
  const { rows } = await sql<Answer>`select a.id, a.phase_id as "phaseId", a.structure_id as "structureId", a.number,
      a.channel, a.gathering_id as "gatheringId", a.given_on as "givenOn", a.comment, a.recorded_at as "recordedAt",
      a.recorded_by as "recordedBy",
      coalesce((select jsonb_agg(jsonb_build_object('axisId', r.axis_id, 'rank', r.rank, 'note', r.note) order by r.rank)
        from consultation.ranking r where r.organization_id = a.organization_id and r.answer_id = a.id), '[]'::jsonb) as ranks
    from consultation.answer a
    where a.organization_id = ${organizationId} and a.phase_id = ${phaseId}
      ${structureId === null ? sql`` : sql`and a.structure_id = ${structureId}`}
    order by a.structure_id, a.number`.execute(tx);
  return rows;
}

/** Who has answered in a phase. */
export async function answeredIn(
  tx: Tx,
  organizationId: OrganizationId,
  phaseId: PhaseId,
): Promise<ReadonlySet<StructureId>> {
  const { rows } = await sql<{ id: StructureId }>`select distinct structure_id as id from consultation.answer
    where organization_id = ${organizationId} and phase_id = ${phaseId}`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

export async function gatheringsOf(tx: Tx, organizationId: OrganizationId, phaseId: PhaseId): Promise<Gathering[]> {
  const { rows } = await sql<Gathering>`select id, held_on as "heldOn", place, attendees, minutes
    from consultation.gathering where organization_id = ${organizationId} and phase_id = ${phaseId}
    order by held_on, id`.execute(tx);
  return rows;
}

/** A structure of the ground on which shares are counted. */
export type AskedStructure = {
  readonly structureId: StructureId;
  readonly name: string;
  readonly department: string;
  readonly networks: readonly string[];
  /** Where it is written to when nobody represents it here; "" once the phase is closed. */
  readonly email: string;
};

/** The structures that an audience names, as they are on a day. */
export async function structuresAsked(
  tx: Tx,
  organizationId: OrganizationId,
  audience: Audience,
  on: Day,
): Promise<AskedStructure[]> {
  const all = await listStructures(tx, organizationId, audience === "cae" ? { on, kind: "cae" } : { on });
  return all
    .filter(({ kind }) => kind !== "network")
    .map(({ id, name, department, networks, email }) => ({ structureId: id, name, department, networks, email }));
}

/** Whom a phase asks: kept as they were once it is closed, as they are before. */
export async function askedBy(
  tx: Tx,
  organizationId: OrganizationId,
  { audience }: Pick<Consultation, "audience">,
  phase: Phase,
  today: Day,
): Promise<AskedStructure[]> {
  if (phase.status !== "closed") return structuresAsked(tx, organizationId, audience, today);
  const { rows } =
    await sql<AskedStructure>`select structure_id as "structureId", name, department, networks, '' as email
    from consultation.asked_structure where organization_id = ${organizationId} and phase_id = ${phase.id}
    order by name collate "fr-x-icu"`.execute(tx);
  return rows;
}
