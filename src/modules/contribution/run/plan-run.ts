/** What posting a month would do: for each activity, what the month bears, what is already posted, the difference. */
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import { type Day, lastDayOf, type Month } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { type Cents, subtract, sum, ZERO } from "#kernel/money.ts";
import type { FiscalYear } from "#modules/ledger/index.ts";
import type { ComputedMonth } from "../compute/compute-contribution.ts";
import type { PastMonth } from "../compute/past-month.ts";
import type { RuleVersion } from "../rule/rule.ts";
import { type ActivityInputs, computeInputs } from "./activity-inputs.ts";
import { pastMonthOf } from "./stored-line.ts";

export type RunLine = {
  readonly activityId: ActivityId;
  readonly code: string;
  readonly name: string;
  readonly computed: ComputedMonth;
  /** Cents posted by the runs before. */
  readonly before: Cents;
  /** Cents that this run posts: what the month bears less what is posted. */
  readonly amount: Cents;
};

export type RunPlan = {
  readonly month: Month;
  readonly sequence: number;
  readonly entryDate: Day;
  readonly lines: readonly RunLine[];
  /** Cents that this run posts, all activities together. */
  readonly amount: Cents;
};

/** A month of an activity that is posted, as much as a plan needs of it. */
export type Posted = PastMonth & { readonly activityId: ActivityId; readonly total: Cents };

/** The lines of a run. A first run writes every activity, since the months after need it; a correction only what moved. */
export function planRun(
  run: Pick<RunPlan, "month" | "sequence" | "entryDate">,
  versions: readonly RuleVersion[],
  activities: readonly ActivityInputs[],
  posted: readonly Posted[],
): RunPlan {
  const lines = activities.flatMap((activity): RunLine[] => {
    const own = posted.filter((past) => past.activityId === activity.activityId);
    const before = own.find((past) => past.month === run.month) ?? null;
    const computed = computeInputs(versions, activity, own).find((month) => month.month === run.month);
    if (computed === undefined || (before !== null && same(before, computed))) return [];
    const { activityId, code, name } = activity;
    const already = before?.total ?? ZERO;
    return [{ activityId, code, name, computed, before: already, amount: subtract(computed.total, already) }];
  });
  return { ...run, lines, amount: sum(lines.map((line) => line.amount)) };
}

function same(before: Posted, now: ComputedMonth): boolean {
  const { activityId: _, total, ...past } = before;
  const text = (value: object) => canonicalJson(value as Json);
  const next = pastMonthOf(now);
  return total === now.total && Object.keys(next).every((key) => text(pick(past, key)) === text(pick(next, key)));
}

function pick(value: object, key: string): object {
  return { [key]: (value as Record<string, unknown>)[key] };
}

/** The accounting date of a run: the last day of its month when that day may still be written on, else today. */
export function entryDateOf(month: Month, today: Day, years: readonly FiscalYear[]): Day {
  const last = lastDayOf(month);
  if (last >= today) return today;
  const period = years.flatMap((year) => year.periods).find(({ start, end }) => start <= last && last <= end);
  return period?.status === "open" ? last : today;
}
