import { sql } from "kysely";
import type { Day } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { LabellingId } from "../labelling/labelling.ts";

export type Decision = {
  readonly outcome: "granted" | "refused";
  readonly mandatoryMet: number;
  readonly mandatoryTotal: number;
  readonly recommendedMet: number;
  readonly recommendedTotal: number;
  readonly mandatoryPercent: number;
  readonly recommendedPercent: number;
  readonly note: string;
  readonly decidedOn: Day;
  readonly number: string | null;
  readonly validUntil: Day | null;
};

export async function findDecision(tx: Tx, organizationId: OrganizationId, id: LabellingId): Promise<Decision | null> {
  const { rows } = await sql<Decision>`select outcome, mandatory_met as "mandatoryMet",
      mandatory_total as "mandatoryTotal", recommended_met as "recommendedMet", recommended_total as "recommendedTotal",
      mandatory_percent as "mandatoryPercent", recommended_percent as "recommendedPercent", note,
      decided_on as "decidedOn", number, valid_until as "validUntil"
    from label.decision where organization_id = ${organizationId} and labelling_id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** The next number of a year, "2026-0007": those who ask at the same time wait for each other. */
export async function nextNumber(tx: Tx, organizationId: OrganizationId, year: string): Promise<string> {
  await sql`select id from label.edition where organization_id = ${organizationId} order by id for update`.execute(tx);
  const { rows } = await sql<{ last: number }>`select coalesce(max(substring(number from 6)::integer), 0) as last
    from label.decision where organization_id = ${organizationId} and number like ${`${year}-%`}`.execute(tx);
  return `${year}-${String((rows[0]?.last ?? 0) + 1).padStart(4, "0")}`;
}
