import { sql } from "kysely";
import type { Instant } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Axis, Consultation, ConsultationId, Phase, PhaseId } from "./consultation.ts";

const columns = sql`c.id, c.title, c.question, c.audience, c.version`;
const phaseColumns = sql`p.id, p.consultation_id as "consultationId", p.position, p.title, p.opens_on as "opensOn",
  p.closes_on as "closesOn", p.status, p.closed_at as "closedAt", p.reminded_at as "remindedAt"`;

export async function findConsultation(
  tx: Tx,
  organizationId: OrganizationId,
  id: ConsultationId,
  lock = false,
): Promise<Consultation | null> {
  const { rows } = await sql<Consultation>`select ${columns} from consultation.consultation c
    where c.organization_id = ${organizationId} and c.id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

/** The latest first. */
export async function listConsultations(tx: Tx, organizationId: OrganizationId): Promise<Consultation[]> {
  const { rows } = await sql<Consultation>`select ${columns} from consultation.consultation c
    where c.organization_id = ${organizationId} order by c.created_at desc, c.id desc`.execute(tx);
  return rows;
}

export async function axesOf(tx: Tx, organizationId: OrganizationId, id: ConsultationId): Promise<Axis[]> {
  const { rows } = await sql<Axis>`select id, position, title from consultation.axis
    where organization_id = ${organizationId} and consultation_id = ${id} order by position`.execute(tx);
  return rows;
}

/** The phases of one consultation, or of all. */
export async function phasesOf(
  tx: Tx,
  organizationId: OrganizationId,
  id: ConsultationId | null = null,
): Promise<Phase[]> {
  const { rows } = await sql<Phase>`select ${phaseColumns} from consultation.phase p
    where p.organization_id = ${organizationId} ${id === null ? sql`` : sql`and p.consultation_id = ${id}`}
    order by p.consultation_id, p.position`.execute(tx);
  return rows;
}

export async function findPhase(
  tx: Tx,
  organizationId: OrganizationId,
  id: PhaseId,
  lock = false,
): Promise<Phase | null> {
  const { rows } = await sql<Phase>`select ${phaseColumns} from consultation.phase p
    where p.organization_id = ${organizationId} and p.id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx);
  return rows[0] ?? null;
}

export type Synthesis = {
  readonly number: number;
  readonly body: string;
  readonly publishedAt: Instant;
};

/** The latest first. */
export async function synthesesOf(tx: Tx, organizationId: OrganizationId, id: ConsultationId): Promise<Synthesis[]> {
  const { rows } = await sql<Synthesis>`select number, body, published_at as "publishedAt" from consultation.synthesis
    where organization_id = ${organizationId} and consultation_id = ${id} order by number desc`.execute(tx);
  return rows;
}
