import type { Day } from "#kernel/day.ts";
import type { Id, OrganizationId, PersonId } from "#kernel/id.ts";
import { standingFacts } from "#modules/membership/index.server.ts";
import type { Tx } from "#platform/database/database.ts";

export type AdmissionId = Id<"admission">;

/** `id` names the admission; `admittedOn` is the day on which the person became an associate. */
export type Admission = { readonly id: AdmissionId; readonly personId: PersonId; readonly admittedOn: Day };

/** The dimension of the dated history that says that somebody is an associate. */
export const ASSOCIATE = "associate";

/** Since when each person is an associate; who is not in the answer is not one. */
export async function standingAdmissions(
  tx: Tx,
  organizationId: OrganizationId,
  of: { readonly personId?: PersonId; readonly subjectId?: string } = {},
): Promise<ReadonlyMap<PersonId, Admission>> {
  const facts = await standingFacts(tx, organizationId, ASSOCIATE, of);
  return new Map(
    facts.map(({ subjectId, personId, effectOn }) => [
      personId,
      { id: subjectId as AdmissionId, personId, admittedOn: effectOn },
    ]),
  );
}
