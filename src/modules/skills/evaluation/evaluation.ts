/** Where somebody stands: levels seen by themselves and by the team, on a day, beside what is expected of them by then. */
import { addMonths, type Day } from "#kernel/day.ts";
import type { Id } from "#kernel/id.ts";
import { fold } from "#ui/fold.ts";
import type { Skill, SkillId } from "../grid/grid.ts";

export type EvaluationId = Id<"evaluation">;

export const SIDES = ["self", "team"] as const;
export type Side = (typeof SIDES)[number];

export type Rating = {
  readonly skillId: SkillId;
  readonly side: Side;
  /** Rank of a level of the grid, from 1. */
  readonly level: number;
  readonly note: string;
  readonly on: Day;
};

/** The last word of each side on a skill. */
export type Seen = Readonly<Partial<Record<Side, Rating>>>;
export type Standing = ReadonlyMap<SkillId, Seen>;

/** Of several evaluations, the latest word counts, skill by skill: those given in the order in which they were made. */
export function standingOf(ratings: readonly Rating[]): Standing {
  const standing = new Map<SkillId, Seen>();
  for (const rating of ratings) {
    const before = standing.get(rating.skillId);
    const known = before?.[rating.side];
    if (known !== undefined && known.on > rating.on) continue;
    standing.set(rating.skillId, { ...before, [rating.side]: rating });
  }
  return standing;
}

/** What counts of a skill: the latest word, the team's when both speak on the same day. */
export function counted(seen: Seen | undefined): Rating | null {
  const { self, team } = seen ?? {};
  if (self === undefined || team === undefined) return team ?? self ?? null;
  return self.on > team.on ? self : team;
}

/** Stages that are past on a day, and the next one with its day. */
export type Stage = { readonly reached: number | null; readonly next: number | null; readonly nextOn: Day | null };

export function stageOn(stages: readonly number[], entry: Day | null, on: Day): Stage {
  if (entry === null) return { reached: null, next: null, nextOn: null };
  const isPast = (months: number) => addMonths(entry, months) <= on;
  const next = stages.find((months) => !isPast(months)) ?? null;
  return {
    reached: stages.filter(isPast).at(-1) ?? null,
    next,
    nextOn: next === null ? null : addMonths(entry, next),
  };
}

/** The level expected of a skill once a stage is past: what the last stage that speaks of it says; null: nothing. */
export function expectedAt(
  skill: Pick<Skill, "expected">,
  stages: readonly number[],
  stage: number | null,
): number | null {
  if (stage === null) return null;
  const spoken = stages.filter((months) => months <= stage && skill.expected[String(months)] !== undefined);
  const last = spoken.at(-1);
  return last === undefined ? null : (skill.expected[String(last)] ?? null);
}

/** `free`: nothing is expected. `unseen`: something is, and nobody said where the person stands. */
export type Verdict = "free" | "unseen" | "under" | "met";

export function verdictOf(level: number | null, expected: number | null): Verdict {
  if (expected === null) return "free";
  if (level === null) return "unseen";
  return level < expected ? "under" : "met";
}

const parts = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((part) => fold(part.trim()))
    .filter((part) => part !== "");

/** Whether a workshop works on a skill: one of its themes, or its title, is one of the skill's words. */
export function worksOn(
  skill: Pick<Skill, "name" | "themes">,
  workshop: { readonly title: string; readonly themes: string },
): boolean {
  const words = new Set([...parts(skill.name), ...parts(skill.themes), fold(skill.name.trim())]);
  return [...parts(workshop.themes), fold(workshop.title.trim())].some((word) => words.has(word));
}
