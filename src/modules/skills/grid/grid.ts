/** What a cooperative helps people to learn: domains, skills, levels, and what is expected so many months after the entry. */
import type { Id } from "#kernel/id.ts";

export type SkillId = Id<"skill">;
export type DomainId = Id<"skillDomain">;

export type Level = { readonly name: string; readonly description: string };

export type Skill = {
  readonly id: SkillId;
  readonly name: string;
  readonly description: string;
  /** Words of the workshops that work on it, between commas; its own name counts too. */
  readonly themes: string;
  /** By stage ("6": after six months), the rank of the level that is expected from then on; absent: nothing is. */
  readonly expected: Readonly<Record<string, number>>;
};

export type Domain = { readonly id: DomainId; readonly name: string; readonly skills: readonly Skill[] };

export type Grid = {
  /** From the lowest to the highest; a rank begins at 1. */
  readonly levels: readonly Level[];
  /** Months after the entry, the first stage first. */
  readonly stages: readonly number[];
  readonly domains: readonly Domain[];
};

/** A grid as it was written once. */
export type GridVersion = Grid & { readonly version: number };

export const LEAST_LEVELS = 3;
export const MOST_LEVELS = 5;
export const MOST_STAGES = 6;
export const LAST_STAGE = 120;
export const MOST_DOMAINS = 12;
export const MOST_SKILLS = 60;

export const skillsOf = (grid: Pick<Grid, "domains">): readonly Skill[] => grid.domains.flatMap(({ skills }) => skills);

export const findSkill = (grid: Pick<Grid, "domains">, id: string): Skill | undefined =>
  skillsOf(grid).find((skill) => skill.id === id);

/** The name of a level by its rank, "" for none. */
export const levelName = (grid: Pick<Grid, "levels">, rank: number | null | undefined): string =>
  rank === null || rank === undefined ? "" : (grid.levels[rank - 1]?.name ?? "");

/** Expectations that still say something: of a stage that is there, of a level that is there. */
function keptExpectations(expected: Skill["expected"], { stages, levels }: Grid): Skill["expected"] {
  return Object.fromEntries(
    stages.flatMap((stage) => {
      const rank = expected[String(stage)] ?? 0;
      return rank >= 1 && rank <= levels.length ? [[String(stage), rank] as const] : [];
    }),
  );
}

function mapSkills(grid: Grid, change: (skill: Skill) => Skill): Grid {
  return { ...grid, domains: grid.domains.map((domain) => ({ ...domain, skills: domain.skills.map(change) })) };
}

const tidied = (grid: Grid): Grid =>
  mapSkills(grid, (skill) => ({ ...skill, expected: keptExpectations(skill.expected, grid) }));

export const withLevels = (grid: Grid, levels: readonly Level[]): Grid => tidied({ ...grid, levels });

/** Stages in their order, each once. */
export const withStages = (grid: Grid, stages: readonly number[]): Grid =>
  tidied({ ...grid, stages: [...new Set(stages)].sort((a, b) => a - b) });

/** A domain with another name, or one more at the end. */
export function withDomain(grid: Grid, id: DomainId, name: string): Grid {
  const known = grid.domains.some((domain) => domain.id === id);
  const domains = known
    ? grid.domains.map((domain) => (domain.id === id ? { ...domain, name } : domain))
    : [...grid.domains, { id, name, skills: [] }];
  return { ...grid, domains };
}

/** A skill as it is now said, where it stood; or in another domain, at its end. */
export function withSkill(grid: Grid, domainId: DomainId, skill: Skill): Grid {
  const said = { ...skill, expected: keptExpectations(skill.expected, grid) };
  const domains = grid.domains.map((domain) => {
    const stands = domain.skills.some(({ id }) => id === skill.id);
    if (domain.id !== domainId) return { ...domain, skills: domain.skills.filter(({ id }) => id !== skill.id) };
    const skills = stands ? domain.skills.map((one) => (one.id === skill.id ? said : one)) : [...domain.skills, said];
    return { ...domain, skills };
  });
  return { ...grid, domains };
}

export function withoutSkill(grid: Grid, skillId: SkillId): Grid {
  const domains = grid.domains.map((domain) => ({
    ...domain,
    skills: domain.skills.filter(({ id }) => id !== skillId),
  }));
  return { ...grid, domains };
}

export const withoutDomain = (grid: Grid, domainId: DomainId): Grid => ({
  ...grid,
  domains: grid.domains.filter(({ id }) => id !== domainId),
});
