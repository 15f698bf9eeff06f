/** What a contract that runs lacks: declarations, clauses, a fixed part at the minimum wage, its minimum activity. */
import { addDays, addMonths, type Day, firstDayOf, lastDayOf, monthOf } from "#kernel/day.ts";
import { belowSmic, type Contract, missingTerms, type Terms } from "#modules/membership/index.ts";
import { type Deadline, urgencyOf } from "./deadline.ts";

const NOTICE_SHOWN = 15;

export const NOTICES = ["noticeUrssaf", "noticeFranceTravail"] as const;
export type NoticeKind = (typeof NOTICES)[number];

/**
 * C. trav. R5142-x: on concluding a CAPE the cooperative informs URSSAF and France Travail. Asked from fifteen days before
 * the start, and until it is recorded while the CAPE runs.
 */
export function noticeDeadlines(
  contracts: readonly Contract[],
  done: (contractId: Contract["id"], notice: NoticeKind) => boolean,
  today: Day,
): Deadline[] {
  return contracts
    .filter(
      ({ kind, startsOn, endsOn }) =>
        kind === "cape" && today >= addDays(startsOn, -NOTICE_SHOWN) && (endsOn ?? today) >= today,
    )
    .flatMap(({ id, startsOn }) =>
      NOTICES.filter((notice) => !done(id, notice)).map((kind) => ({
        kind,
        on: startsOn,
        urgency: urgencyOf(startsOn, today, startsOn),
      })),
    );
}

/** What the terms of the contract that runs lack; nothing when no terms were ever recorded here. */
export function termsDeadlines(contract: Contract | null, terms: Terms | null, today: Day): Deadline[] {
  if (contract === null || terms === null) return [];
  const found: Deadline[] = [];
  if (missingTerms(contract.kind, terms).length > 0) {
    found.push({ kind: "termsMissing", on: contract.startsOn, urgency: "late" });
  }
  const [fixed, hours] = [digits(terms.values.fixed_part), digits(terms.values.weekly_hours)];
  if (contract.kind === "cesa" && fixed !== null && hours !== null && belowSmic(fixed, hours, today) === true) {
    found.push({ kind: "belowSmic", on: today, urgency: "near" });
  }
  return found;
}

const digits = (text: string | undefined): bigint | null =>
  text === undefined || !/^\d+$/.test(text) ? null : BigInt(text);

const MINIMUM_SHOWN = 90;
const MINIMUM_NEAR = 30;
const MINIMUM_LATE = 60;

/**
 * The minimum activity of a CESA (C. trav. L7331-2 a), year of contract by year of contract, in whole months from that of its
 * start. Asked ninety days before the end of a year that is short, and sixty days after one that was. `turnover`: between
 * two days, in cents, without VAT.
 */
export function minimumActivity(
  contract: Contract | null,
  terms: Terms | null,
  turnover: (from: Day, until: Day) => bigint,
  today: Day,
): Deadline[] {
  const minimum = digits(terms?.values.minimum_turnover);
  if (contract === null || contract.kind !== "cesa" || minimum === null || minimum === 0n) return [];
  const start = firstDayOf(monthOf(contract.startsOn));
  const found: Deadline[] = [];
  for (let year = 0; addMonths(start, year * 12) <= today; year++) {
    const from = addMonths(start, year * 12);
    const until = lastDayOf(monthOf(addMonths(from, 11)));
    if (today < addDays(until, -MINIMUM_SHOWN) || today > addDays(until, MINIMUM_LATE)) continue;
    if (turnover(from, until) >= minimum) continue;
    found.push({ kind: "minimumActivity", on: until, urgency: urgencyOf(until, today, addDays(until, -MINIMUM_NEAR)) });
  }
  return found;
}

const NEWS_SHOWN = 15;
const NEWS_LATE = 90;

/** News to ask for six, twelve and twenty-four months after an exit: from fifteen days before, until three months after. */
export function followUpDeadlines(due: readonly Day[], today: Day): Deadline[] {
  return due
    .filter((on) => today >= addDays(on, -NEWS_SHOWN) && today <= addDays(on, NEWS_LATE))
    .map((on) => ({ kind: "followUp", on, urgency: urgencyOf(on, today, on) }));
}
