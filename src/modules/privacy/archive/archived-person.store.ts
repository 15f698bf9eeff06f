import { sql } from "kysely";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ArchiveRefusalCode } from "./archive-refusal.fr.ts";

export type ArchivedPerson = { readonly personId: PersonId; readonly name: string; readonly email: string };

/** Somebody of the cooperative, archived or not. */
export async function archivedPerson(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
): Promise<ArchivedPerson | Refusal<ArchiveRefusalCode>> {
  const { rows } = await sql<ArchivedPerson>`select id as "personId", first_name || ' ' || last_name as name, email
    from membership.person where organization_id = ${organizationId} and id = ${personId}`.execute(tx);
  return rows[0] ?? refuse("missing", "archive.personMissing");
}
