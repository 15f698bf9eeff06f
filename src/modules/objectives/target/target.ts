/** What is aimed at and what is done, in hundredths of a unit. Pure. */
import type { Id } from "#kernel/id.ts";

export type Target = { readonly year: number; readonly amendment: number; readonly planned: bigint };
export type Result = { readonly year: number; readonly done: bigint; readonly note: string };

export type Indicator = {
  readonly id: Id<"objectiveIndicator">;
  readonly label: string;
  /** "personnes", "€", "jours"; empty for a plain number. */
  readonly unit: string;
  /** Every target that was written, by amendment. */
  readonly targets: readonly Target[];
  /** The latest result of each year. */
  readonly results: readonly Result[];
};

export type Objective = {
  readonly id: Id<"objective">;
  readonly title: string;
  readonly details: string;
  readonly amendment: number;
  readonly indicators: readonly Indicator[];
};

/** The target of a year: that of the latest amendment that speaks of it; null when none does. */
export function targetOf({ targets }: Pick<Indicator, "targets">, year: number): Target | null {
  return targets.reduce<Target | null>((best, target) => {
    if (target.year !== year) return best;
    return best === null || target.amendment > best.amendment ? target : best;
  }, null);
}

export function resultOf({ results }: Pick<Indicator, "results">, year: number): Result | null {
  return results.find((result) => result.year === year) ?? null;
}

/** What was done of what was aimed at, in whole hundredths, rounded down; null where nothing was aimed at or said. */
export function progressOf(planned: bigint | null, done: bigint | null): number | null {
  if (planned === null || done === null || planned === 0n) return null;
  return Number((done * 100n) / planned);
}

/** "12,5" or "1 200" as hundredths; null when it is not a number of two decimals at most, or is too large. */
export function readHundredths(text: string): bigint | null {
  const found = /^(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ""));
  return found === null ? null : BigInt(found[1] as string) * 100n + BigInt((found[2] ?? "").padEnd(2, "0"));
}
