import type { Day, Instant } from "#kernel/day.ts";
import type { Id, PersonId } from "#kernel/id.ts";
import type { Transitions } from "#kernel/transition.ts";
import type { Indicator, ModelId } from "../model/model.ts";
import type { ProjectId } from "../project/project.ts";

export type RoundId = Id<"gridRound">;
export const MODES = ["description", "self", "external", "mutual"] as const;
export type RoundMode = (typeof MODES)[number];
export type RoundStatus = "rating" | "comparing" | "closed";
/** Each rates alone; then all is compared and agreed; then it stays. */
export const roundTransitions: Transitions<RoundStatus, "compare" | "close"> = {
  rating: { compare: "comparing" },
  comparing: { close: "closed" },
  closed: {},
};
/** A mutual diagnosis compares several looks. */
export const LEAST_RATERS: Readonly<Record<RoundMode, number>> = { description: 1, self: 1, external: 1, mutual: 2 };

export type Rater = { readonly personId: PersonId; readonly name: string; readonly finishedAt: Instant | null };

export type Round = {
  readonly id: RoundId;
  readonly projectId: ProjectId;
  readonly projectName: string;
  readonly modelId: ModelId;
  readonly modelName: string;
  readonly modelNumber: number;
  readonly example: boolean;
  readonly mode: RoundMode;
  readonly status: RoundStatus;
  readonly openedOn: Day;
  readonly raterIds: readonly PersonId[];
};

export type Rating = {
  readonly personId: PersonId;
  readonly code: string;
  readonly level: number;
  readonly comment: string;
};

export type Agreed = {
  readonly code: string;
  readonly level: number;
  readonly reason: string;
  readonly evidence: string;
};

export type Divergence = "none" | "near" | "far" | "alone";

/** How far apart the raters are on one indicator: the highest less the lowest of what was said. */
export function spreadOf(levels: readonly number[]): { readonly spread: number; readonly divergence: Divergence } {
  if (levels.length < 2) return { spread: 0, divergence: "alone" };
  const spread = Math.max(...levels) - Math.min(...levels);
  return { spread, divergence: spread === 0 ? "none" : spread === 1 ? "near" : "far" };
}

/** The mean of an objective in hundredths, by whole numbers, halves up; null as long as nothing is agreed of it. */
export function meanOf(levels: readonly number[]): number | null {
  if (levels.length === 0) return null;
  const sum = levels.reduce((total, level) => total + level, 0);
  return Math.floor((sum * 200 + levels.length) / (2 * levels.length));
}

/** What is agreed of each main objective, in hundredths, in the order of the grid. */
export function profileOf(
  objectives: readonly { readonly main: string; readonly indicators: readonly Indicator[] }[],
  agreed: readonly Agreed[],
): readonly (number | null)[] {
  const levels = new Map(agreed.map(({ code, level }) => [code, level]));
  return objectives.map(({ indicators }) =>
    meanOf(indicators.flatMap(({ code }) => (levels.has(code) ? [levels.get(code) as number] : []))),
  );
}

/** Hundredths as people read them: "2,25", "2.25". */
export function hundredths(value: number, language: "fr" | "en"): string {
  const text = `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;
  return language === "fr" ? text.replace(".", ",") : text;
}
