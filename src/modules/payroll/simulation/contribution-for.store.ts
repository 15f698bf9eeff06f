import { firstDayOf } from "#kernel/day.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { applyRate, type Cents } from "#kernel/money.ts";
import { type Rate, toRate } from "#kernel/rate.ts";
import { currentRule } from "#modules/contribution/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { contributionOnMonth } from "./month-contribution.ts";
import type { Payee } from "./pay-situation.store.ts";
import type { ContributionOn } from "./turnover.ts";

export type ContributionFor = {
  readonly on: ContributionOn;
  /** The resolution that voted the rule; else the rate assumed, since there is no rule: the screen says which. */
  readonly told: { readonly resolution: string } | { readonly assumed: Rate };
};

/** One of the rates really in use. */
const ASSUMED_RATE = toRate(1000);

/** What a month's turnover bears for this person in this activity. */
export async function contributionFor(
  tx: Tx,
  organizationId: OrganizationId,
  { activity, month, since }: Pick<Payee, "activity" | "month" | "since">,
  directCosts: Cents,
): Promise<ContributionFor> {
  const version = await currentRule(tx, { organizationId, activityId: activity.id, month });
  if (version === null) {
    return { on: (turnover) => applyRate(turnover, ASSUMED_RATE), told: { assumed: ASSUMED_RATE } };
  }
  const on = contributionOnMonth(version, { month, since: since ?? firstDayOf(month), directCosts });
  return { on, told: { resolution: version.resolution.reference } };
}
