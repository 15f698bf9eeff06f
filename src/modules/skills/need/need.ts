/** Of those who are here on a day, how many are below what is expected of them, skill by skill: to choose workshops. Pure. */
import type { Day } from "#kernel/day.ts";
import type { PersonId } from "#kernel/id.ts";
import { counted, expectedAt, type Standing, stageOn, type Verdict, verdictOf } from "../evaluation/evaluation.ts";
import type { Grid, Skill } from "../grid/grid.ts";

/** By what figures are spread: the place, the professional domain (ROME), the trade as the file says it. */
export const SPREADS = ["lieu", "domaine", "metier"] as const;
export type Spread = (typeof SPREADS)[number];

/** What is compared with: what is expected by now, or at the next stage of each. */
export type Horizon = "now" | "next";

/** Somebody who is here on the day asked about. */
export type Subject = {
  readonly personId: PersonId;
  readonly site: string;
  readonly tradeDomain: string;
  readonly trade: string;
  readonly entry: Day | null;
};

export const groupOf = (subject: Subject, spread: Spread): string =>
  spread === "lieu" ? subject.site : spread === "domaine" ? subject.tradeDomain : subject.trade;

export type Seen = { readonly level: number | null; readonly expected: number | null; readonly verdict: Verdict };

/** Where somebody stands on a skill on that day. */
export function seenOf(
  grid: Grid,
  skill: Skill,
  subject: Pick<Subject, "entry">,
  standing: Standing | undefined,
  { on, horizon }: { readonly on: Day; readonly horizon: Horizon },
): Seen {
  const { reached, next } = stageOn(grid.stages, subject.entry, on);
  const expected = expectedAt(skill, grid.stages, horizon === "now" ? reached : (next ?? reached));
  const level = counted(standing?.get(skill.id))?.level ?? null;
  return { level, expected, verdict: verdictOf(level, expected) };
}

export type Need = {
  readonly skill: Skill;
  /** Of how many something is expected. */
  readonly expected: number;
  readonly under: number;
  readonly unseen: number;
  /** By group, those below. */
  readonly groups: ReadonlyMap<string, number>;
};

/** One line for each skill, the most needed first; skills of which nothing is expected of anybody are left out. */
export function needsOf(
  grid: Grid,
  subjects: readonly Subject[],
  standings: ReadonlyMap<PersonId, Standing>,
  asked: { readonly on: Day; readonly horizon: Horizon; readonly spread: Spread },
): Need[] {
  const needs = grid.domains.flatMap(({ skills }) =>
    skills.map((skill): Need => {
      const groups = new Map<string, number>();
      const found = { expected: 0, under: 0, unseen: 0 };
      for (const subject of subjects) {
        const { verdict } = seenOf(grid, skill, subject, standings.get(subject.personId), asked);
        if (verdict === "free") continue;
        found.expected += 1;
        if (verdict === "unseen") found.unseen += 1;
        if (verdict !== "under") continue;
        found.under += 1;
        const group = groupOf(subject, asked.spread);
        groups.set(group, (groups.get(group) ?? 0) + 1);
      }
      return { skill, ...found, groups };
    }),
  );
  return needs
    .filter(({ expected }) => expected > 0)
    .sort((a, b) => b.under - a.under || b.unseen - a.unseen || a.skill.name.localeCompare(b.skill.name, "fr"));
}
