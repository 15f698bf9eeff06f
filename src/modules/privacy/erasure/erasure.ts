import type { Day } from "#kernel/day.ts";
import { dueDays, KEPT, PERSON_CATEGORIES, type PersonCategory, type Rules } from "../retention/retention.ts";

/** What becomes of one category when somebody asks to be forgotten. */
export type PlanLine = {
  readonly category: PersonCategory;
  /** now: it goes at once. later: the law keeps it until a day, or until they leave and longer (null). */
  readonly state: "now" | "later";
  readonly on: Day | null;
};

const LEAST = Object.fromEntries(PERSON_CATEGORIES.map((category) => [category, KEPT[category].least])) as Rules;

/** Category by category: what may be erased today, what must be kept and until when. */
export function planOf(leftOn: Day | null, held: readonly PersonCategory[], today: Day): readonly PlanLine[] {
  if (leftOn === null) return held.map((category) => ({ category, state: "later", on: null }));
  return [...dueDays(leftOn, held, LEAST, true)].map(([category, on]) => ({
    ...{ category, on },
    state: on <= today ? "now" : "later",
  }));
}

/** A request is answered within a month (RGPD art. 12.3). */
export const ANSWER_MONTHS = 1;
