/**
 * Deadlines of papers and rights: a residence permit, the rights to unemployment benefits, a medical visit, an insurance or a
 * qualification; each is a last day that a dated fact gives.
 */
import { addDays, type Day } from "#kernel/day.ts";
import { type Deadline, type DeadlineKind, urgencyOf } from "./deadline.ts";

/** Days before the last one from which it shows, then presses; days after it during which it still asks. */
const RULES = {
  residencePermit: { shown: 90, near: 60, late: null },
  rightsEnd: { shown: 60, near: 30, late: 30 },
  medicalVisit: { shown: 60, near: 30, late: null },
  insurance: { shown: 60, near: 30, late: null },
  qualification: { shown: 60, near: 30, late: null },
} as const satisfies Partial<Record<DeadlineKind, { shown: number; near: number; late: number | null }>>;

export type PaperKind = keyof typeof RULES;

/**
 * What a paper asks for on a day, or null. `late: null` asks until somebody answers: one may not work without a permit
 * (C. trav. L8251-1), nor a trade without its insurance.
 */
export function paperDeadline(kind: PaperKind, lastDay: Day | null, today: Day, about = ""): Deadline | null {
  if (lastDay === null) return null;
  const { shown, near, late } = RULES[kind];
  if (today < addDays(lastDay, -shown)) return null;
  if (late !== null && today > addDays(lastDay, late)) return null;
  const urgency = urgencyOf(lastDay, today, addDays(lastDay, -near));
  return { kind, on: lastDay, urgency, ...(about === "" ? {} : { about }) };
}
