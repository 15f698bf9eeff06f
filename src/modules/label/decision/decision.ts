import type { Criterion, LabelRule } from "../referential/referential.ts";

export type FindingValue = "met" | "unmet" | "not_applicable";
export const FINDING_VALUES = ["met", "unmet", "not_applicable"] as const;

/** Peers assess at two at least; an audit has one auditor. */
export const LEAST_ASSESSORS = { audit: 1, peers: 2 } as const;
export const MOST_ASSESSORS = { audit: 1, peers: 7 } as const;

/**
 * What several assessors hold of a criterion: what more than half of those who must speak found. Without such a majority it
 * is not met. Null as long as one of them has not spoken.
 */
export function verdictOf(found: readonly (FindingValue | null)[]): FindingValue | null {
  if (found.length === 0 || found.some((value) => value === null)) return null;
  for (const value of FINDING_VALUES) if (found.filter((one) => one === value).length * 2 > found.length) return value;
  return "unmet";
}

export type Tally = {
  readonly mandatoryMet: number;
  readonly mandatoryTotal: number;
  readonly recommendedMet: number;
  readonly recommendedTotal: number;
  /** Criteria on which not everybody has spoken. */
  readonly waiting: number;
};

/** Counts what is met at each level; what does not apply is left out, or counted as not met, as the edition says. */
export function tally(
  criteria: readonly Criterion[],
  verdicts: ReadonlyMap<string, FindingValue | null>,
  rule: LabelRule,
): Tally {
  const count = { mandatoryMet: 0, mandatoryTotal: 0, recommendedMet: 0, recommendedTotal: 0, waiting: 0 };
  for (const { code, level } of criteria) {
    const verdict = verdicts.get(code) ?? null;
    if (verdict === null) count.waiting += 1;
    if (verdict === "not_applicable" && rule.notApplicable === "left_out") continue;
    count[`${level}Total`] += 1;
    if (verdict === "met") count[`${level}Met`] += 1;
  }
  return count;
}

/** The rule itself, in whole numbers: no share is ever rounded. */
export function passes(count: Tally, rule: LabelRule): boolean {
  return (
    count.mandatoryMet * 100 >= rule.mandatoryPercent * count.mandatoryTotal &&
    count.recommendedMet * 100 >= rule.recommendedPercent * count.recommendedTotal
  );
}

/** The fewest that pass: "30 of 60". */
export function leastOf(percent: number, total: number): number {
  return Math.floor((percent * total + 99) / 100);
}
