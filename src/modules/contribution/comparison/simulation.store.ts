import { addDays, addToMonth, type Day, firstDayOf, type Month, monthOf } from "#kernel/day.ts";
import type { Id, OrganizationId } from "#kernel/id.ts";
import { toRate } from "#kernel/rate.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { listVersions } from "../rule/rule.store.ts";
import { type ContributionRule, type RuleVersion, versionInForce, yearStartOf } from "../rule/rule.ts";
import { flatRule } from "../rule/rule-template.ts";
import { needsCollected, readInputs } from "../run/activity-inputs.store.ts";
import { contributionSettings } from "../settings.ts";
import { compareRules, type RuleComparison } from "./compare-rules.ts";

export type Simulation = {
  /** The twelve whole months compared. */
  readonly from: Month;
  readonly until: Month;
  readonly comparison: RuleComparison;
};

/**
 * What a rule would have collected over the last twelve whole months beside the rule of today, activity by activity.
 * Waivers apply to both. Where there is no rule today, the comparison is with nothing.
 */
export async function simulateRule(
  tx: Tx,
  query: { readonly organizationId: OrganizationId; readonly proposed: ContributionRule; readonly today: Day },
): Promise<Simulation> {
  const { organizationId, proposed, today } = query;
  const thisMonth = monthOf(today);
  const from = addToMonth(thisMonth, -12);
  const versions = await listVersions(tx, organizationId);
  const version = (id: string, rule: ContributionRule): RuleVersion => ({
    id: id as Id<"contributionRule">,
    effectiveFrom: from,
    resolution: { reference: "", decidedOn: today },
    activityId: null,
    rule,
  });
  const compared = version("proposed", proposed);
  const none = version("none", flatRule(toRate(0)));
  const rules = [compared, ...versions];
  // Rules by the year need the months since their year began.
  const [warmUp = from] = rules.map(({ rule }) => yearStartOf(rule, from)).sort();
  const activities = await readInputs(
    tx,
    {
      organizationId,
      activities: "all",
      from: warmUp,
      until: addDays(firstDayOf(thisMonth), -1),
      collected: needsCollected(rules),
    },
    contributionSettings((await organizationProfile(tx, organizationId)).settings),
  );
  const months = activities.map(({ activityId, name, closedOn, months: inputs }) => ({
    activityId,
    name,
    // Once closed, an activity owes no floor nor fixed part: its late payments would blur the comparison.
    months: inputs.filter((input) => closedOn === null || input.figures.month <= monthOf(closedOn)),
  }));
  const comparison = compareRules(
    (activityId) => versionInForce(versions, activityId, thisMonth) ?? none,
    () => compared,
    months.filter((activity) => activity.months.some((input) => input.figures.month >= from)),
    from,
  );
  return { from, until: addToMonth(thisMonth, -1), comparison };
}
