import { addToMonth, type Day, monthOf, monthsFrom } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import { type Cents, subtract, sum, ZERO } from "#kernel/money.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ComputedMonth } from "../compute/compute-contribution.ts";
import { listVersions } from "../rule/rule.store.ts";
import { contributionSettings } from "../settings.ts";
import { needsCollected, readInputs } from "./activity-inputs.store.ts";
import { computeInputs } from "./activity-inputs.ts";
import { postedMonths } from "./run.store.ts";

export type NotPostedQuery = {
  readonly organizationId: OrganizationId;
  readonly activityId: ActivityId;
  /** The month under way counts up to this day. */
  readonly today: Day;
};

/** A month computed and what of it is already in the books (zero but for a month posted before its end). */
export type WaitingMonth = { readonly computed: ComputedMonth; readonly posted: Cents };

/** The months of an activity that are not in the books on a day, from the first one that a rule covers. */
export async function notPostedMonths(tx: Tx, query: NotPostedQuery): Promise<WaitingMonth[]> {
  const { organizationId, activityId, today } = query;
  const versions = (await listVersions(tx, organizationId)).filter(
    (version) => version.activityId === null || version.activityId === activityId,
  );
  const first = versions[0]?.effectiveFrom;
  const thisMonth = monthOf(today);
  if (first === undefined || first > thisMonth) return [];
  const posted = await postedMonths(tx, organizationId, [activityId], today);
  const last = posted.at(-1)?.month;
  const next = last === undefined ? first : addToMonth(last, 1);
  // A month posted before its end goes on moving: what came since counts as well.
  const from = monthsFrom(next, thisMonth)[0] ?? thisMonth;
  const settings = contributionSettings((await organizationProfile(tx, organizationId)).settings);
  const [activity] = await readInputs(
    tx,
    { organizationId, activities: [activityId], from, until: today, collected: needsCollected(versions) },
    settings,
  );
  if (!activity) return [];
  const already = new Map(posted.map((month) => [month.month, month.total]));
  return computeInputs(versions, activity, posted).map((computed) => ({
    computed,
    posted: already.get(computed.month) ?? ZERO,
  }));
}

/**
 * What an activity's contribution amounts to, computed and not yet in the books, on a day. Negative when it will be
 * given back. Zero without a rule.
 */
export async function contributionNotPosted(tx: Tx, query: NotPostedQuery): Promise<Cents> {
  const months = await notPostedMonths(tx, query);
  return sum(months.map(({ computed, posted }) => subtract(computed.total, posted)));
}
