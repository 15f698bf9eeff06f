/**
 * What the law makes fall due for a person, read from their contracts: the end of a CAPE (C. com. L127-3), the end of the
 * trial of a CESA (C. trav. L7332-1), the day by which one must be an associate (C. trav. L7331-3).
 */
import { addDays, addMonths, type Day } from "#kernel/day.ts";
import { type Contract, capeRenewalsLeft, lastDayOfDelay, TRIAL_MONTHS } from "#modules/membership/index.ts";

/** `capeLastEnd`: the end of a CAPE that cannot be renewed any more. */
export const DEADLINE_KINDS = [
  "capeEnd",
  "capeLastEnd",
  "trialEnd",
  "associate",
  "interviews",
  "noticeUrssaf",
  "noticeFranceTravail",
  "termsMissing",
  "belowSmic",
  "minimumActivity",
  "agreement",
  "insurance",
  "qualification",
  "residencePermit",
  "rightsEnd",
  "medicalVisit",
  "followUp",
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** coming: to prepare · near: to settle now · late: the day is over and nothing was recorded. */
export type Urgency = "coming" | "near" | "late";

export type Deadline = {
  readonly kind: DeadlineKind;
  /** The last day: what must be done is done on it at the latest. */
  readonly on: Day;
  readonly urgency: Urgency;
  /** What it speaks of, in the words of the cooperative: an activity, an insurance. */
  readonly about?: string;
};

/** Days before the end of a CAPE from which it shows, then presses (law.md §1.4: −60, −30). */
const CAPE_SHOWN = 60;
const CAPE_NEAR = 30;
/** How long a CAPE that ended without a following contract still asks for an answer. */
const CAPE_LATE = 90;
const TRIAL_SHOWN = 30;
const TRIAL_NEAR = 15;
/** L7331-3: three years at most, less the contracts before. */
const ASSOCIATE_MONTHS = 36;
/** Months before the term from which it shows, then presses. */
const ASSOCIATE_SHOWN = 12;
const ASSOCIATE_NEAR = 3;

/** Late once the last day is over; near from a day on. */
export const urgencyOf = (on: Day, today: Day, nearFrom: Day): Urgency =>
  today > on ? "late" : today >= nearFrom ? "near" : "coming";

/** What falls due for somebody on a day, the soonest first. `admittedOn`: since when they are an associate. */
export function deadlinesOf(
  contracts: readonly Contract[],
  admittedOn: Day | null,
  today: Day,
  /** When the trial ends by the contract; null: the longest that the law allows. */
  trialEnd: Day | null = null,
): Deadline[] {
  const ordered = [...contracts].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const begun = ordered.filter((contract) => contract.startsOn <= today);
  const current = begun.at(-1);
  if (current === undefined) return [];
  const followed = ordered.some((contract) => contract.startsOn > current.startsOn);
  const found: Deadline[] = [];

  if (current.kind === "cape" && current.endsOn !== null && !followed) {
    const { endsOn } = current;
    const kind = capeRenewalsLeft(ordered, endsOn) === 0 ? "capeLastEnd" : "capeEnd";
    if (today >= addDays(endsOn, -CAPE_SHOWN) && today <= addDays(endsOn, CAPE_LATE)) {
      found.push({ kind, on: endsOn, urgency: urgencyOf(endsOn, today, addDays(endsOn, -CAPE_NEAR)) });
    }
  }
  if (current.kind === "cesa" && (current.endsOn === null || current.endsOn >= today)) {
    const before = begun.slice(0, -1);
    const trial = trialEnd ?? lastDayOfDelay(current.startsOn, TRIAL_MONTHS, before);
    if (trial >= current.startsOn && today >= addDays(trial, -TRIAL_SHOWN) && today <= trial) {
      found.push({ kind: "trialEnd", on: trial, urgency: urgencyOf(trial, today, addDays(trial, -TRIAL_NEAR)) });
    }
    const term = lastDayOfDelay(current.startsOn, ASSOCIATE_MONTHS, before);
    if (admittedOn === null && today >= addMonths(term, -ASSOCIATE_SHOWN)) {
      found.push({ kind: "associate", on: term, urgency: urgencyOf(term, today, addMonths(term, -ASSOCIATE_NEAR)) });
    }
  }
  return found.sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** In an address (?suivi=…): those whom nobody follows. */
export const UNFOLLOWED = "personne";
