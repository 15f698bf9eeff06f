import type { Day } from "#kernel/day.ts";
import type { OrganizationId, PersonId } from "#kernel/id.ts";
import type { Tx } from "#platform/database/database.ts";
import type { AccompanimentTables, AdmissionId } from "../tables.ts";

export type Admission = { readonly id: AdmissionId; readonly personId: PersonId; readonly admittedOn: Day };

/** Since when each person is an associate; who is not in the answer is not one. */
export async function standingAdmissions(
  tx: Tx,
  organizationId: OrganizationId,
): Promise<ReadonlyMap<PersonId, Admission>> {
  const rows: Admission[] = await tx
    .withTables<AccompanimentTables>()
    .selectFrom("accompaniment.admission")
    .select(["id", "person_id as personId", "admitted_on as admittedOn"])
    .where("organization_id", "=", organizationId)
    .where("cancelled_at", "is", null)
    .execute();
  return new Map(rows.map((row) => [row.personId, row]));
}
