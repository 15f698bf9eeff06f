import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, optionalDay, optionalText, versionNumber } from "#platform/field.ts";
import { findGrid } from "../grid/grid.store.ts";
import { levelName, skillsOf } from "../grid/grid.ts";
import type { EvaluationRefusalCode } from "./evaluation.fr.ts";
import { mayEvaluate, sideOf } from "./evaluation.policy.ts";
import { writeEvaluation } from "./evaluation.store.ts";
import type { EvaluationId } from "./evaluation.ts";
import { factsToward } from "./side-toward.store.ts";

type Evaluated = { readonly evaluationId: EvaluationId };

/**
 * Says where somebody stands, skill by skill: oneself today, the team on a day that may be past. What was said before stays;
 * a skill left without a level is not spoken of.
 */
export const evaluateSkills = defineCommand({
  name: "skills.person.evaluate",
  input: z.object({
    personId: idText<"person">(),
    /** The grid of the form: words changed since do not change what was answered. */
    gridVersion: versionNumber(),
    on: optionalDay(),
    comment: optionalText(2000),
    levels: z.record(z.string(), z.string()),
    notes: z.record(z.string(), optionalText(500)).default({}),
  }),
  async run(context, input): Promise<Evaluated | Refusal<EvaluationRefusalCode>> {
    const { tx, organizationId, today } = context;
    const { personId, comment, levels, notes } = input;
    const facts = await factsToward(context, personId);
    const refusal = mayEvaluate(facts);
    if (refusal) return refusal;
    const side = sideOf(facts) ?? "self";
    const grid = await findGrid(tx, organizationId, input.gridVersion);
    if (grid === null) return refuse("missing", "evaluation.gridMissing");
    const on = side === "self" ? today : (input.on ?? today);
    if (on > today) return refuse("invalid", "evaluation.future", {}, "on");
    const ratings = skillsOf(grid).flatMap(({ id, name }) => {
      const level = Number(levels[id] ?? "");
      return Number.isInteger(level) && level >= 1 && level <= grid.levels.length
        ? [{ skillId: id, level, note: notes[id] ?? "", skillName: name, levelName: levelName(grid, level) }]
        : [];
    });
    const kept = new Set(ratings.map(({ skillId }) => skillId));
    const alone = skillsOf(grid).find(({ id }) => (notes[id] ?? "") !== "" && !kept.has(id));
    if (alone !== undefined) return refuse("invalid", "evaluation.noteAlone", {}, `notes.${alone.id}`);
    if (ratings.length === 0) return refuse("invalid", "evaluation.empty");
    const evaluationId = await writeEvaluation(context, {
      ...{ personId, side, gridVersion: grid.version, on, comment, ratings },
    });
    // That it was done, never what it says: the trace outlives the person's stay.
    context.audit({ subjectKind: "skills.evaluation", subjectId: evaluationId, details: { personId, side } });
    return { evaluationId };
  },
});
