/** What a criterion may speak of: every dimension of the dated history, and what is counted from it. */
import { DIMENSION_KEYS, type DimensionKey, definitionOf, isDimension } from "#modules/parcours/index.ts";

/** Counted from the history: age, time since the first contract, activities, meetings, first contract, end of contract. */
export const COUNTED = ["age", "seniority", "activities", "meetings", "first_contract", "contract_end"] as const;
export type Counted = (typeof COUNTED)[number];
export type SubjectKey = Exclude<DimensionKey, "terms"> | Counted;

/** How it is compared. "event": it happens in the period or it does not. */
export type SubjectKind = "choice" | "place" | "yes" | "text" | "day" | "number" | "event";

export const OPERATORS = {
  choice: ["in", "filled"],
  place: ["in", "filled"],
  yes: ["filled"],
  text: ["contains", "starts", "equals", "filled"],
  day: ["between", "before", "after", "this_year", "last_year", "this_month", "last_month", "filled"],
  number: ["at_least", "at_most", "range"],
  event: ["happened"],
} as const satisfies Readonly<Record<SubjectKind, readonly string[]>>;
export type Operator = (typeof OPERATORS)[SubjectKind][number];

/** When it must be true: on the day asked, once at least in the period, from a day of the period, until a day of it. */
export const MOMENTS = ["at", "once", "began", "ended"] as const;
export type Moment = (typeof MOMENTS)[number];

export const SUBJECTS: readonly SubjectKey[] = [
  ...COUNTED,
  ...DIMENSION_KEYS.filter((key): key is Exclude<DimensionKey, "terms"> => definitionOf(key).kind !== "terms"),
];

export function isSubject(text: string): text is SubjectKey {
  return SUBJECTS.some((subject) => subject === text);
}

export function kindOf(subject: SubjectKey): SubjectKind {
  if (!isDimension(subject)) return subject === "first_contract" || subject === "contract_end" ? "event" : "number";
  const { kind } = definitionOf(subject);
  if (kind === "person" || kind === "site") return "place";
  return kind === "terms" ? "event" : kind;
}

/** Only what has a history has moments: an age is read on one day. */
export function momentsOf(subject: SubjectKey): readonly Moment[] {
  return isDimension(subject) ? MOMENTS : ["at"];
}

export function operatorsOf(subject: SubjectKey): readonly Operator[] {
  return OPERATORS[kindOf(subject)];
}

/** How many values an operator asks for; null: as many as one likes, one at least. */
export function valuesAsked(operator: Operator): number | null {
  if (operator === "in") return null;
  if (operator === "between" || operator === "range") return 2;
  return ["contains", "starts", "equals", "before", "after", "at_least", "at_most"].includes(operator) ? 1 : 0;
}
