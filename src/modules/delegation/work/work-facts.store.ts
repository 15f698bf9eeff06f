import { firstDayOf, lastDayOf } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { contractsBetween, type RunningContract, termsInForce } from "#modules/membership/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Work } from "./work.ts";

export type WorkFacts = {
  readonly contracts: readonly Omit<RunningContract, "personId">[];
  /** Hundredths of an hour a week and cents, as the terms in force say; null when they say nothing. */
  readonly weeklyHours: string | null;
  readonly fixedPart: string | null;
};

/** What the work needs to be known and nothing more: the contracts of its person, or those of the month for a declaration. */
export async function factsFor(tx: Tx, organizationId: OrganizationId, work: Work): Promise<WorkFacts> {
  const [first, last] = [firstDayOf(work.month), lastDayOf(work.month)];
  const all = await contractsBetween(tx, organizationId, first, last);
  const contracts = all
    .filter(({ personId }) => work.work === "declarations" || personId === work.personId)
    .map(({ personId: _, ...contract }) => contract);
  const { personId } = work;
  if (personId === null) return { contracts, weeklyHours: null, fixedPart: null };
  const values = (await termsInForce(tx, organizationId, [personId], last)).get(personId)?.values ?? {};
  return { contracts, weeklyHours: values.weekly_hours || null, fixedPart: values.fixed_part || null };
}
