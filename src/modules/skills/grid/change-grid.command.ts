import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalId, optionalText, requiredText, ticked, versionNumber } from "#platform/field.ts";
import { emptyGrid, exampleGrid } from "./example-grid.ts";
import type { GridRefusalCode } from "./grid.fr.ts";
import { mayKeepGrid } from "./grid.policy.ts";
import { findGrid, isGridInUse, writeGrid } from "./grid.store.ts";
import {
  findSkill,
  type Grid,
  type GridVersion,
  LAST_STAGE,
  LEAST_LEVELS,
  MOST_DOMAINS,
  MOST_LEVELS,
  MOST_SKILLS,
  MOST_STAGES,
  skillsOf,
  withDomain,
  withLevels,
  withoutDomain,
  withoutSkill,
  withSkill,
  withStages,
} from "./grid.ts";

type Refused = Refusal<GridRefusalCode>;
type Written = { readonly version: number };

/** Begins: from the grid of the house, or with levels and stages only. */
export const startGrid = defineCommand({
  name: "skills.grid.start",
  input: z.object({ language: oneOf(["fr", "en"]).default("fr"), example: ticked() }),
  async run(context, { language, example }): Promise<Written | Refused> {
    const refusal = mayKeepGrid(context.actor);
    if (refusal) return refusal;
    const grid = example ? exampleGrid(language, context.id) : emptyGrid(language);
    if (!(await writeGrid(context, 1, grid))) return refuse("conflict", "grid.started");
    context.audit({ subjectKind: "skills.grid", subjectId: context.organizationId, details: { version: 1, example } });
    return { version: 1 };
  },
});

/** The next version of the grid: what somebody else wrote since this form was opened is told, not overwritten. */
async function change(
  context: CommandContext,
  seen: number,
  work: (grid: GridVersion) => Grid | Refused | Promise<Grid | Refused>,
): Promise<Written | Refused> {
  const refusal = mayKeepGrid(context.actor);
  if (refusal) return refusal;
  const grid = await findGrid(context.tx, context.organizationId);
  if (grid === null) return refuse("missing", "grid.missing");
  if (grid.version !== seen) return refuse("conflict", "grid.changed");
  const next = await work(grid);
  if ("refused" in next) return next;
  const version = seen + 1;
  if (!(await writeGrid(context, version, next))) return refuse("conflict", "grid.changed");
  context.audit({ subjectKind: "skills.grid", subjectId: context.organizationId, details: { version } });
  return { version };
}

const level = z.object({ name: optionalText(60), description: optionalText(300) });

/** The levels, from the lowest to the highest; lines left empty count for nothing. */
export const saveLevels = defineCommand({
  name: "skills.levels.save",
  input: z.object({ version: versionNumber(), levels: z.array(level).max(MOST_LEVELS, "field.tooLarge") }),
  run(context, { version, levels }): Promise<Written | Refused> {
    return change(context, version, async (grid) => {
      const unnamed = levels.findIndex(({ name, description }) => name === "" && description !== "");
      if (unnamed >= 0) return refuse("invalid", "grid.levelName", {}, `levels.${unnamed}.name`);
      const named = levels.filter(({ name }) => name !== "");
      if (named.length < LEAST_LEVELS) return refuse("invalid", "grid.levelCount", {}, "levels.0.name");
      // A level that counted among four would be another one among five.
      if (named.length !== grid.levels.length && (await isGridInUse(context.tx, context.organizationId))) {
        return refuse("conflict", "grid.levelsInUse", {}, "levels.0.name");
      }
      return withLevels(grid, named);
    });
  },
});

/** After how many months something is expected. */
export const saveStages = defineCommand({
  name: "skills.stages.save",
  input: z.object({ version: versionNumber(), months: optionalText(60) }),
  run(context, { version, months }): Promise<Written | Refused> {
    return change(context, version, (grid) => {
      const stages = months
        .split(/[\s,;]+/)
        .filter((text) => text !== "")
        .map((text) => (/^\d{1,3}$/.test(text) ? Number(text) : 0));
      const fits = stages.length > 0 && stages.length <= MOST_STAGES && stages.every((n) => n >= 1 && n <= LAST_STAGE);
      return fits ? withStages(grid, stages) : refuse("invalid", "grid.stages", {}, "months");
    });
  },
});

export const saveDomain = defineCommand({
  name: "skills.domain.save",
  input: z.object({ version: versionNumber(), domainId: optionalId<"skillDomain">(), name: requiredText(60) }),
  run(context, { version, domainId, name }): Promise<Written | Refused> {
    return change(context, version, (grid) => {
      const others = grid.domains.filter(({ id }) => id !== domainId);
      if (domainId !== null && others.length === grid.domains.length) return refuse("missing", "grid.domainMissing");
      if (others.some((domain) => domain.name.toLowerCase() === name.toLowerCase())) {
        return refuse("conflict", "grid.domainTaken", {}, "name");
      }
      if (others.length >= MOST_DOMAINS) return refuse("invalid", "grid.tooMany", {}, "name");
      return withDomain(grid, domainId ?? context.id<"skillDomain">(), name);
    });
  },
});

/** Takes a domain out of the grid, with its skills; what was evaluated stays as it was. */
export const removeDomain = defineCommand({
  name: "skills.domain.remove",
  input: z.object({ version: versionNumber(), domainId: idText<"skillDomain">() }),
  run(context, { version, domainId }): Promise<Written | Refused> {
    return change(context, version, (grid) =>
      grid.domains.some(({ id }) => id === domainId)
        ? withoutDomain(grid, domainId)
        : refuse("missing", "grid.domainMissing"),
    );
  },
});

export const saveSkill = defineCommand({
  name: "skills.skill.save",
  input: z.object({
    version: versionNumber(),
    skillId: optionalId<"skill">(),
    domainId: idText<"skillDomain">(),
    name: requiredText(80),
    description: optionalText(400),
    themes: optionalText(200),
    expected: z.record(
      z.string(),
      z.coerce.number("field.choose").int("field.choose").min(0, "field.choose").max(MOST_LEVELS, "field.choose"),
    ),
  }),
  run(context, { version, skillId, domainId, ...said }): Promise<Written | Refused> {
    return change(context, version, (grid) => {
      if (!grid.domains.some(({ id }) => id === domainId)) return refuse("missing", "grid.domainMissing");
      if (skillId !== null && findSkill(grid, skillId) === undefined) return refuse("missing", "grid.skillMissing");
      const others = skillsOf(grid).filter(({ id }) => id !== skillId);
      if (others.some(({ name }) => name.toLowerCase() === said.name.toLowerCase())) {
        return refuse("conflict", "grid.skillTaken", {}, "name");
      }
      if (others.length >= MOST_SKILLS) return refuse("invalid", "grid.tooMany", {}, "name");
      return withSkill(grid, domainId, { id: skillId ?? context.id<"skill">(), ...said });
    });
  },
});

/** Takes a skill out of the grid; what was evaluated stays as it was. */
export const removeSkill = defineCommand({
  name: "skills.skill.remove",
  input: z.object({ version: versionNumber(), skillId: idText<"skill">() }),
  run(context, { version, skillId }): Promise<Written | Refused> {
    return change(context, version, (grid) =>
      findSkill(grid, skillId) === undefined ? refuse("missing", "grid.skillMissing") : withoutSkill(grid, skillId),
    );
  },
});
