/** Who needs a call, and why: reasons in the order in which somebody who accompanies weighs them. */
import { addDays, addMonths, type Day, daysBetween } from "#kernel/day.ts";
import type { Cents } from "#kernel/money.ts";
import type { DeadlineKind, Urgency } from "#modules/accompaniment/index.ts";

export type Reason =
  | { readonly kind: "treasuryNegative"; readonly amount: Cents }
  | { readonly kind: "deadline"; readonly what: DeadlineKind; readonly on: Day; readonly urgency: Urgency }
  | { readonly kind: "tasksOverdue"; readonly count: number }
  | { readonly kind: "noInvoice"; readonly weeks: number; readonly never: boolean }
  | { readonly kind: "noAppointment"; readonly months: number; readonly never: boolean }
  | { readonly kind: "treasuryFalling"; readonly before: Cents; readonly amount: Cents };

export type PersonFacts = {
  /** Since when they are there: a newcomer is not forgotten yet. */
  readonly since: Day | null;
  readonly lastMeeting: Day | null;
  readonly nextMeeting: Day | null;
  readonly overdueTasks: number;
  readonly deadlines: readonly { readonly kind: DeadlineKind; readonly on: Day; readonly urgency: Urgency }[];
  /** Null: no activity that could invoice. */
  readonly activity: { readonly since: Day; readonly lastInvoice: Day | null } | null;
  readonly money: { readonly now: Cents; readonly before: Cents } | null;
};

export type Patience = { readonly monthsWithoutAppointment: number; readonly weeksWithoutInvoice: number };

const WEIGHT: Readonly<Record<Reason["kind"], number>> = {
  treasuryNegative: 5,
  deadline: 4,
  tasksOverdue: 2,
  noInvoice: 2,
  noAppointment: 2,
  treasuryFalling: 1,
};
/** What is only to be prepared weighs less than what presses. */
const COMING = 1;
/** Under this, a fall is the life of a small account. */
const SMALL = 50_000n;

function wholeMonths(from: Day, until: Day): number {
  let months = 0;
  while (addMonths(from, months + 1) <= until) months++;
  return months;
}

export function reasonsOf(facts: PersonFacts, patience: Patience, today: Day): Reason[] {
  const found: Reason[] = [];
  const { money, activity, since } = facts;
  if (money !== null && money.now < 0n) found.push({ kind: "treasuryNegative", amount: money.now });
  for (const { kind: what, on, urgency } of facts.deadlines) found.push({ kind: "deadline", what, on, urgency });
  if (facts.overdueTasks > 0) found.push({ kind: "tasksOverdue", count: facts.overdueTasks });
  if (activity !== null) {
    const from = activity.lastInvoice ?? activity.since;
    if (addDays(from, patience.weeksWithoutInvoice * 7) <= today) {
      const weeks = Math.floor(daysBetween(from, today) / 7);
      found.push({ kind: "noInvoice", weeks, never: activity.lastInvoice === null });
    }
  }
  const met = facts.lastMeeting ?? since;
  if (facts.nextMeeting === null && met !== null && addMonths(met, patience.monthsWithoutAppointment) <= today) {
    found.push({ kind: "noAppointment", months: wholeMonths(met, today), never: facts.lastMeeting === null });
  }
  // Half of it went within three months.
  if (money !== null && money.now >= 0n && money.before >= SMALL && money.now * 2n < money.before) {
    found.push({ kind: "treasuryFalling", before: money.before, amount: money.now });
  }
  return found.sort((a, b) => weightOf(b) - weightOf(a));
}

function weightOf(reason: Reason): number {
  return reason.kind === "deadline" && reason.urgency === "coming" ? COMING : WEIGHT[reason.kind];
}

/** How much somebody needs a call: all reasons together. */
export const needOf = (reasons: readonly Reason[]): number =>
  reasons.reduce((sum, reason) => sum + weightOf(reason), 0);
