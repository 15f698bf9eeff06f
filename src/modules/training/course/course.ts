/** A training that structures of a network share: what it teaches, to whom, who gives it. Pure. */
import type { Day } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import type { StructureId } from "#modules/network/index.ts";

export type CourseId = Id<"course">;

export type Course = {
  readonly id: CourseId;
  /** The structure that proposes it and keeps it. */
  readonly structureId: StructureId;
  readonly structureName: string;
  readonly title: string;
  readonly audience: string;
  /** Aims, content, means, how what was learnt is checked: what a funder of training reads (C. trav. L6353-1). */
  readonly programme: string;
  readonly trainer: string;
  /** How long it lasts, in quarters of an hour. */
  readonly quarters: number;
  readonly withdrawnOn: Day | null;
  readonly version: number;
};

const LONGEST = 4000;

/** « 14 », « 3,5 » or "3.25" hours as quarters of an hour; null when it is no number of them, or more than 1,000 hours. */
export function readHours(text: string): number | null {
  const found = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (found === null) return null;
  const hundredths = Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  const quarters = hundredths / 25;
  return Number.isInteger(quarters) && quarters >= 1 && quarters <= LONGEST ? quarters : null;
}

/** The same as it is typed: « 3,5 ». */
export const hoursText = (quarters: number): string => String(quarters / 4).replace(".", ",");
