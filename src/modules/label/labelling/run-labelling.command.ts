import { sql } from "kysely";
import { z } from "zod";
import { counted } from "#kernel/fact.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { findStructure, seatsOf } from "#modules/network/index.server.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalText, requiredText } from "#platform/field.ts";
import { evidenceOf } from "../evidence/evidence.store.ts";
import type { LabelRefusalCode } from "../label.fr.ts";
import { mayOrganise, mayReadLabelling, mayRegister, maySpeakForIt } from "../label.policy.ts";
import { criteriaOf, findEdition } from "../referential/referential.store.ts";
import type { LabelTables } from "../tables.ts";
import { LABELLING_REOPENED, LABELLING_SUBMITTED } from "../topics.ts";
import { answersOf, writeAnswers } from "./labelling.store.ts";
import {
  ANSWER_VALUES,
  type Labelling,
  type LabellingAction,
  type LabellingId,
  labellingTransitions,
  MODES,
} from "./labelling.ts";
import { loadLabelling } from "./load.store.ts";
import { tellOf } from "./tell.store.ts";

type Moved = { readonly labellingId: LabellingId };
const no = (kind: Refusal["kind"], code: LabelRefusalCode, field?: string) => refuse(kind, code, {}, field);

/** A structure sets out for the label, under a published edition. */
export const registerStructure = defineCommand({
  name: "label.labelling.register",
  input: z.object({ structureId: idText<"structure">(), editionId: idText<"labelEdition">(), mode: oneOf(MODES) }),
  async run(context, { structureId, editionId, mode }): Promise<Moved | Refusal> {
    const { tx, organizationId, actor, today, now } = context;
    const refusal = mayRegister(actor, await seatsOf(tx, organizationId, actor.personId, today), structureId);
    if (refusal) return refusal;
    const structure = await findStructure(tx, organizationId, structureId, true);
    if (structure === null || structure.closedOn !== null) return no("missing", "labelling.noStructure", "structureId");
    const edition = await findEdition(tx, organizationId, editionId);
    if (edition?.status !== "published") return no("conflict", "labelling.notPublished", "editionId");
    const { rows } = await sql`select 1 from label.labelling where organization_id = ${organizationId}
      and structure_id = ${structureId} and ended_at is null`.execute(tx);
    if (rows.length > 0) return no("conflict", "labelling.already", "structureId");
    const labellingId = context.id<"labelling">();
    await tx
      .withTables<LabelTables>()
      .insertInto("label.labelling")
      .values({
        ...{ organization_id: organizationId, id: labellingId, structure_id: structureId, edition_id: editionId, mode },
        ...{ status: "preparing", registered_at: now, registered_by: actor.personId, submitted_at: null },
        ended_at: null,
      })
      .execute();
    context.audit({ subjectKind: "label.labelling", subjectId: labellingId, details: { structureId, mode } });
    return { labellingId };
  },
});

const answer = z.object({
  code: requiredText(20),
  value: oneOf(ANSWER_VALUES),
  comment: optionalText(2000),
  evidenceIds: z.array(idText<"evidence">()).max(30, "field.tooLarge").default([]),
});

/** What a structure says of itself on some criteria, with the evidence that shows it. */
export const answerCriteria = defineCommand({
  name: "label.answer.write",
  input: z.object({ labellingId: idText<"labelling">(), answers: z.array(answer).min(1, "field.required").max(500) }),
  async run(context, { labellingId, answers }): Promise<Moved | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const loaded = await loadLabelling(context, labellingId, true);
    if ("refused" in loaded) return loaded;
    const { labelling, seats } = loaded;
    const refusal = mayReadLabelling(actor, seats, labelling) ?? maySpeakForIt(actor, seats, labelling.structureId);
    if (refusal) return refusal;
    if (labelling.status !== "preparing") return no("conflict", "labelling.handedOver");
    const criteria = new Set((await criteriaOf(tx, organizationId, labelling.editionId)).map(({ code }) => code));
    if (answers.some(({ code }) => !criteria.has(code))) return no("missing", "labelling.noCriterion");
    const asked = new Set(answers.flatMap(({ evidenceIds }) => evidenceIds));
    const own = new Set(
      asked.size === 0 ? [] : (await evidenceOf(tx, organizationId, [labelling.structureId])).map(({ id }) => id),
    );
    if ([...asked].some((id) => !own.has(id))) return no("missing", "evidence.missing", "evidenceIds");
    await writeAnswers(tx, { organizationId, now, by: actor.personId }, labellingId, answers);
    const codes = answers.map(({ code }) => code);
    context.audit({ subjectKind: "label.labelling", subjectId: labellingId, details: { answered: codes } });
    return { labellingId };
  },
});

async function move(
  context: CommandContext,
  labelling: Labelling,
  action: LabellingAction,
  columns: Readonly<Record<string, string | null>>,
): Promise<Moved | Refusal> {
  const status = next(labellingTransitions, labelling.status, action);
  if (status === null) return no("conflict", "labelling.notNow");
  await context.tx
    .withTables<LabelTables>()
    .updateTable("label.labelling")
    .set({ ...columns, status })
    .where("organization_id", "=", context.organizationId)
    .where("id", "=", labelling.id)
    .execute();
  context.audit({ subjectKind: "label.labelling", subjectId: labelling.id, details: { status } });
  return { labellingId: labelling.id };
}

/** Hands the self-assessment over: from then on its answers stay as they are. */
export const submitLabelling = defineCommand({
  name: "label.labelling.submit",
  input: z.object({ labellingId: idText<"labelling">() }),
  async run(context, { labellingId }): Promise<Moved | Refusal> {
    const { tx, organizationId, actor } = context;
    const loaded = await loadLabelling(context, labellingId, true);
    if ("refused" in loaded) return loaded;
    const { labelling, seats } = loaded;
    const refusal = mayReadLabelling(actor, seats, labelling) ?? maySpeakForIt(actor, seats, labelling.structureId);
    if (refusal) return refusal;
    const criteria = await criteriaOf(tx, organizationId, labelling.editionId);
    const left = criteria.length - (await answersOf(tx, organizationId, labellingId)).length;
    if (labelling.status === "preparing" && left > 0) {
      return refuse("conflict", "labelling.unanswered", { count: counted(left) });
    }
    const moved = await move(context, labelling, "submit", { submitted_at: context.now });
    if ("labellingId" in moved) await tellOf(context, labelling, LABELLING_SUBMITTED, "assessors");
    return moved;
  },
});

/** Gives an incomplete self-assessment back to its structure; findings that were written stay. */
export const reopenLabelling = defineCommand({
  name: "label.labelling.reopen",
  input: z.object({ labellingId: idText<"labelling">() }),
  async run(context, { labellingId }): Promise<Moved | Refusal> {
    const loaded = await loadLabelling(context, labellingId, true);
    if ("refused" in loaded) return loaded;
    const { labelling, seats } = loaded;
    const refusal =
      mayReadLabelling(context.actor, seats, labelling) ?? mayOrganise(context.actor, seats, labelling.structureId);
    if (refusal) return refusal;
    const moved = await move(context, labelling, "reopen", { submitted_at: null });
    if ("labellingId" in moved) await tellOf(context, labelling, LABELLING_REOPENED, "structure");
    return moved;
  },
});

/** The structure gives up for this time. */
export const withdrawLabelling = defineCommand({
  name: "label.labelling.withdraw",
  input: z.object({ labellingId: idText<"labelling">() }),
  async run(context, { labellingId }): Promise<Moved | Refusal> {
    const loaded = await loadLabelling(context, labellingId, true);
    if ("refused" in loaded) return loaded;
    const { labelling, seats } = loaded;
    const refusal =
      mayReadLabelling(context.actor, seats, labelling) ?? mayRegister(context.actor, seats, labelling.structureId);
    if (refusal) return refusal;
    return move(context, labelling, "withdraw", { ended_at: context.now });
  },
});
