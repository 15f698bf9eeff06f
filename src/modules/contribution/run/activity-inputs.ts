/** What each month of an activity brings to the engine: its figures, the person behind it, the waivers. */
import { type Day, firstDayOf, lastDayOf, type Month, monthOf, monthsFrom } from "#kernel/day.ts";
import type { ActivityId, PersonId } from "#kernel/id.ts";
import { type Contract, statusOf } from "#modules/membership/index.ts";
import { type ComputedMonth, computeMonth } from "../compute/compute-contribution.ts";
import type { MonthInput } from "../compute/month-input.ts";
import type { PastMonth } from "../compute/past-month.ts";
import { type ActivityMonth, quietMonth } from "../figures/month-figures.ts";
import type { MemberMonth } from "../rule/limit.ts";
import { type ContributionRule, type RuleVersion, seniorityMonth, versionInForce, type Waiver } from "../rule/rule.ts";

export type ActivityFacts = {
  readonly activityId: ActivityId;
  readonly code: string;
  readonly name: string;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  readonly participations: readonly Participation[];
};

export type Participation = {
  readonly personId: PersonId;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  /** Contracts of the person that count. */
  readonly contracts: readonly Contract[];
};

export type ActivityInputs = ActivityFacts & { readonly months: readonly MonthInput[] };

/** The months of an activity that count: those it was open, and those in which its books still moved. */
export function inputsOf(
  activity: ActivityFacts,
  months: ReadonlyMap<Month, ActivityMonth>,
  waivers: readonly Waiver[],
  from: Month,
  until: Month,
): ActivityInputs {
  const lastMonth = activity.closedOn === null ? until : monthOf(activity.closedOn);
  const open = (month: Month) => month >= monthOf(activity.openedOn) && month <= lastMonth;
  const counted = monthsFrom(from, until).filter((month) => open(month) || months.has(month));
  return {
    ...activity,
    months: counted.map((month) => {
      const own = months.get(month) ?? quietMonth(month);
      return {
        figures: own.figures,
        member: memberOf(activity, month, own),
        waivers,
        last: activity.closedOn !== null && month >= lastMonth,
      };
    }),
  };
}

/** The person behind the activity in a month: of several, the one who has taken part the longest. */
function memberOf(activity: ActivityFacts, month: Month, { salaryPaid, trained }: ActivityMonth): MemberMonth {
  const present = activity.participations
    .filter(({ startsOn, endsOn }) => startsOn <= lastDayOf(month) && (endsOn === null || endsOn >= firstDayOf(month)))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const main = present[0];
  const from = activity.participations.map((item) => item.startsOn).sort()[0] ?? activity.openedOn;
  const ends = activity.participations.map((item) => item.endsOn);
  const left = ends.length === 0 || ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
  const until = activity.closedOn ?? left;
  const on = until !== null && until < lastDayOf(month) ? until : lastDayOf(month);
  const status = main === undefined ? "none" : statusOf(main.contracts, on);
  return {
    // Who is an associate is known by the register of shares, which these books do not read yet.
    status: status === "none" ? "other" : status,
    seniorityMonth: seniorityMonth(main?.startsOn ?? from, month),
    salaryPaid,
    underQualiopi: trained,
    present: { from, until },
  };
}

/**
 * Computes the months of an activity in order, each under the version in force, after the months already posted.
 * Months under no version are left out.
 */
export function computeInputs(
  versions: readonly RuleVersion[],
  activity: ActivityInputs,
  posted: readonly PastMonth[],
): ComputedMonth[] {
  const computed: ComputedMonth[] = [];
  for (const input of activity.months) {
    const { month } = input.figures;
    const version = versionInForce(versions, activity.activityId, month);
    if (version === null) continue;
    const history = [...posted.filter((past) => past.month < month), ...computed]
      .sort((a, b) => (a.month < b.month ? -1 : 1))
      .filter((past, index, all) => all[index + 1]?.month !== past.month);
    const waivers = [...input.waivers, ...afterClosing(version.rule, activity.closedOn, month)];
    computed.push(computeMonth(version, { ...input, waivers }, history));
  }
  return computed;
}

/** An activity that closed before the month owes its rate on late payments, and no fixed part, floor nor insurance. */
function afterClosing(rule: ContributionRule, closedOn: Day | null, month: Month): Waiver[] {
  if (closedOn === null || month <= monthOf(closedOn)) return [];
  const extras = rule.extras.filter((extra) => extra.due.kind === "amount");
  const targets = ["floor", ...rule.fixedParts.map((part) => part.key), ...extras.map((extra) => extra.key)];
  return targets.map((target) => ({
    target,
    from: month,
    until: month,
    reason: "activité close",
    decidedBy: "la coopérative",
    decidedOn: closedOn,
  }));
}
