import { type Day, type Month, monthOf } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import { activitiesOf, activityProfile, contractsOf, participationsIn } from "#modules/membership/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { figuresOf } from "../figures/figures.store.ts";
import type { RuleVersion } from "../rule/rule.ts";
import type { ContributionSettings } from "../settings.ts";
import { listWaivers } from "../waiver/waiver.store.ts";
import { type ActivityFacts, type ActivityInputs, inputsOf, type Participation } from "./activity-inputs.ts";

export type InputsQuery = {
  readonly organizationId: OrganizationId;
  readonly activities: "all" | readonly ActivityId[];
  readonly from: Month;
  /** The last day counted. */
  readonly until: Day;
  readonly collected: boolean;
};

/** Whether any of these rules needs the collected sales, which cost a reading of all payments. */
export function needsCollected(versions: readonly Pick<RuleVersion, "rule">[]): boolean {
  return versions.some(({ rule }) => rule.base === "collected");
}

/** The months of activities as the engine takes them, read from the books and from membership, by code of activity. */
export async function readInputs(
  tx: Tx,
  query: InputsQuery,
  settings: ContributionSettings,
): Promise<ActivityInputs[]> {
  const { organizationId, activities, from, until } = query;
  const figures = await figuresOf(tx, query, settings);
  const waivers = (await listWaivers(tx, organizationId)).filter((waiver) => waiver.withdrawnAt === null);
  const facts = await factsOf(tx, organizationId, activities);
  return facts.map((activity) => {
    const persons = new Set(activity.participations.map((item) => item.personId));
    const own = waivers.filter(
      (waiver) =>
        waiver.activityId === activity.activityId || (waiver.personId !== null && persons.has(waiver.personId)),
    );
    return inputsOf(activity, figures.get(activity.activityId) ?? new Map(), own, from, monthOf(until));
  });
}

async function factsOf(
  tx: Tx,
  organizationId: OrganizationId,
  activities: "all" | readonly ActivityId[],
): Promise<ActivityFacts[]> {
  const names = await activitiesOf(tx, organizationId, activities === "all" ? "all" : new Set(activities));
  const facts: ActivityFacts[] = [];
  for (const { id, code, name } of names) {
    const profile = await activityProfile(tx, organizationId, id);
    if (profile === null) continue;
    const participations: Participation[] = [];
    for (const { personId, startsOn, endsOn } of await participationsIn(tx, organizationId, id)) {
      const contracts = (await contractsOf(tx, organizationId, personId)).filter((item) => item.cancelledAt === null);
      participations.push({ personId, startsOn, endsOn, contracts });
    }
    const { openedOn, closedOn } = profile;
    facts.push({
      activityId: id,
      code,
      name,
      openedOn: openedOn as Day,
      closedOn: closedOn as Day | null,
      participations,
    });
  }
  return facts.sort((a, b) => (a.code < b.code ? -1 : 1));
}
