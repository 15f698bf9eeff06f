import { sql } from "kysely";
import type { OrganizationId } from "#kernel/id.ts";
import { toCents } from "#kernel/money.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ConventionId } from "../convention/convention.ts";
import type { Effect } from "./effect.ts";

/** What each party last declared, by year and kind. */
export async function effectsOf(tx: Tx, organizationId: OrganizationId, conventionId: ConventionId): Promise<Effect[]> {
  const { rows } = await sql<Omit<Effect, "amount"> & { readonly amount: string }>`
    select distinct on (e.structure_id, e.year, e.kind) e.structure_id as "structureId", s.name as "structureName", e.year,
           e.kind, e.number, e.amount::text as amount, e.source, e.document_id as "documentId",
           e.document_on as "documentOn", e.told_by as "toldBy"
      from objectives.effect e
      join network.structure s on s.organization_id = e.organization_id and s.id = e.structure_id
     where e.organization_id = ${organizationId} and e.convention_id = ${conventionId}
     order by e.structure_id, e.year, e.kind, e.recorded_at desc, e.id desc`.execute(tx);
  return rows.map((row) => ({ ...row, amount: toCents(BigInt(row.amount)) }));
}
