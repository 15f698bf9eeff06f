import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, optionalText, requiredText, ticked } from "#platform/field.ts";
import type { GridRefusalCode } from "../grid.fr.ts";
import { mayKeepGrids } from "../grid.policy.ts";
import { EXAMPLE_MODEL, EXAMPLE_MODEL_NAME } from "./example-model.ts";
import { findModel, indicatorsOf, listModels, replaceIndicators } from "./model.store.ts";
import { type Indicator, type Model, type ModelId, modelTransitions, type RefusedLine } from "./model.ts";
import { readIndicators } from "./read-indicators.ts";

type Written = { readonly modelId: ModelId };
const no = (kind: Refusal["kind"], code: GridRefusalCode, field?: string) => refuse(kind, code, {}, field);

async function openModel(
  context: CommandContext,
  model: Pick<Model, "name" | "number" | "example">,
  indicators: readonly Indicator[],
): Promise<Written> {
  const modelId = context.id<"gridModel">();
  await sql`insert into grid.model (organization_id, id, name, number, example, status, created_at)
    values (${context.organizationId}, ${modelId}, ${model.name}, ${model.number}, ${model.example}, 'draft',
      ${context.now})`.execute(context.tx);
  await replaceIndicators(context.tx, context.organizationId, modelId, indicators);
  context.audit({ subjectKind: "grid.model", subjectId: modelId, details: { indicators: indicators.length } });
  return { modelId };
}

/** Begins a grid: empty, or with the free example. */
export const startModel = defineCommand({
  name: "grid.model.start",
  input: z.object({ name: optionalText(160), example: ticked() }),
  async run(context, { name, example }): Promise<Written | Refusal> {
    const refusal = mayKeepGrids(context.actor);
    if (refusal) return refusal;
    const called = example ? EXAMPLE_MODEL_NAME : name;
    if (called === "") return no("invalid", "model.nameNeeded", "name");
    const known = await listModels(context.tx, context.organizationId);
    if (known.some((one) => one.name.toLowerCase() === called.toLowerCase())) {
      return no("conflict", "model.known", "name");
    }
    const read = example ? readIndicators(EXAMPLE_MODEL) : null;
    const indicators = read !== null && typeof read === "object" ? read.indicators : [];
    return openModel(context, { name: called, number: 1, example }, indicators);
  },
});

/** The next version of a grid: a draft with the indicators of this one. */
export const reviseModel = defineCommand({
  name: "grid.model.revise",
  input: z.object({ modelId: idText<"gridModel">() }),
  async run(context, { modelId }): Promise<Written | Refusal> {
    const refusal = mayKeepGrids(context.actor);
    if (refusal) return refusal;
    const { tx, organizationId } = context;
    const from = await findModel(tx, organizationId, modelId, true);
    if (from === null) return no("missing", "model.missing");
    const versions = (await listModels(tx, organizationId)).filter(({ name }) => name === from.name);
    if (versions.some(({ status }) => status === "draft")) return no("conflict", "model.draftOpen");
    const number = Math.max(...versions.map((one) => one.number)) + 1;
    return openModel(context, { ...from, number }, await indicatorsOf(tx, organizationId, modelId));
  },
});

async function draftFor(context: CommandContext, modelId: ModelId): Promise<Model | Refusal> {
  const refusal = mayKeepGrids(context.actor);
  if (refusal) return refusal;
  const model = await findModel(context.tx, context.organizationId, modelId, true);
  if (model === null) return no("missing", "model.missing");
  return next(modelTransitions, model.status, "publish") === null ? no("conflict", "model.published") : model;
}

const UNREADABLE = {
  empty: "gridImport.empty",
  notJson: "gridImport.notJson",
  headings: "gridImport.headings",
  tooLarge: "gridImport.tooLarge",
} as const;

export type Imported = Written & { readonly imported: number; readonly refused: readonly RefusedLine[] };

/** Reads the indicators of a draft from the text of a CSV or JSON: they replace those it had. */
export const importIndicators = defineCommand({
  name: "grid.indicator.import",
  input: z.object({ modelId: idText<"gridModel">(), text: requiredText(400_000) }),
  async run(context, { modelId, text }): Promise<Imported | Refusal> {
    const draft = await draftFor(context, modelId);
    if ("refused" in draft) return draft;
    const read = readIndicators(text);
    if (typeof read === "string") return no("invalid", UNREADABLE[read], "file");
    const { indicators, refused } = read;
    if (indicators.length > 0) await replaceIndicators(context.tx, context.organizationId, modelId, indicators);
    const details = { imported: indicators.length, refused: refused.length };
    context.audit({ subjectKind: "grid.model", subjectId: modelId, details });
    return { modelId, imported: indicators.length, refused };
  },
});

/** From now on projects are rated with it, and it never changes. */
export const publishModel = defineCommand({
  name: "grid.model.publish",
  input: z.object({ modelId: idText<"gridModel">() }),
  async run(context, { modelId }): Promise<Written | Refusal> {
    const draft = await draftFor(context, modelId);
    if ("refused" in draft) return draft;
    const { tx, organizationId } = context;
    if ((await indicatorsOf(tx, organizationId, modelId)).length === 0) return no("conflict", "model.empty");
    await sql`update grid.model set status = 'published', published_at = ${context.now}
      where organization_id = ${organizationId} and id = ${modelId}`.execute(tx);
    context.audit({ subjectKind: "grid.model", subjectId: modelId, details: { published: true } });
    return { modelId };
  },
});
