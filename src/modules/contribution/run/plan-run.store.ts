import { addToMonth, type Day, lastDayOf, type Month, monthOf } from "#kernel/day.ts";
import { inMonth } from "#kernel/fact.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { listFiscalYears } from "#modules/ledger/index.server.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import { listVersions } from "../rule/rule.store.ts";
import type { RuleVersion } from "../rule/rule.ts";
import { type ContributionSettings, contributionSettings } from "../settings.ts";
import { needsCollected, readInputs } from "./activity-inputs.store.ts";
import { entryDateOf, planRun, type RunPlan } from "./plan-run.ts";
import { postedMonths, runsSoFar } from "./run.store.ts";

export type ReadPlan = {
  readonly plan: RunPlan;
  readonly versions: readonly RuleVersion[];
  readonly settings: ContributionSettings;
};

/**
 * Computes what posting a month would write: the preview and the act read the same. Refuses a month to come, a month
 * after one that still has to be posted, and a month without any rule.
 */
export async function readPlan(
  tx: Tx,
  query: { readonly organizationId: OrganizationId; readonly month: Month; readonly today: Day },
): Promise<ReadPlan | Refusal> {
  const { organizationId, month, today } = query;
  if (month > monthOf(today)) return refuse("conflict", "run.monthToCome", { month: inMonth(month) }, "month");
  const { sequence, lastMonth } = await runsSoFar(tx, organizationId, month);
  if (lastMonth !== null && month > addToMonth(lastMonth, 1)) {
    return refuse("conflict", "run.monthsBefore", { month: inMonth(addToMonth(lastMonth, 1)) }, "month");
  }
  const versions = await listVersions(tx, organizationId);
  if (!versions.some((version) => version.effectiveFrom <= month)) {
    return refuse("conflict", "run.noRule", { month: inMonth(month) }, "month");
  }
  const settings = contributionSettings((await organizationProfile(tx, organizationId)).settings);
  const until = lastDayOf(month);
  const activities = await readInputs(
    tx,
    { organizationId, activities: "all", from: month, until, collected: needsCollected(versions) },
    settings,
  );
  const posted = await postedMonths(tx, organizationId, "all");
  const entryDate = entryDateOf(month, today, await listFiscalYears(tx, organizationId));
  const plan = planRun({ month, sequence: sequence + 1, entryDate }, versions, activities, posted);
  return { plan, versions, settings };
}

/** The first month that waits to be posted, at most the month of today. Null when no rule is in force yet. */
export async function nextMonth(tx: Tx, organizationId: OrganizationId, today: Day): Promise<Month | null> {
  const { lastMonth } = await runsSoFar(tx, organizationId, monthOf(today));
  const first = (await listVersions(tx, organizationId))[0]?.effectiveFrom ?? null;
  const next = lastMonth === null ? first : addToMonth(lastMonth, 1);
  return next === null || next > monthOf(today) ? null : next;
}
