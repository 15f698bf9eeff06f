import { sql } from "kysely";
import type { Id, OrganizationId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";

export type ErasableCandidate = { readonly name: string; readonly erased: boolean; readonly joined: boolean };

/** Somebody who asked to join, for those who may forget them. */
export async function erasableCandidate(
  tx: Tx,
  organizationId: OrganizationId,
  candidateId: Id<"candidate">,
  locked = false,
): Promise<ErasableCandidate | null> {
  const { rows } = await sql<ErasableCandidate>`select first_name || ' ' || last_name as name,
           erased_at is not null as erased, person_id is not null as joined
      from parcours.candidate where organization_id = ${organizationId} and id = ${candidateId}
      ${locked ? sql`for update` : sql``}`.execute(tx);
  return rows[0] ?? null;
}
