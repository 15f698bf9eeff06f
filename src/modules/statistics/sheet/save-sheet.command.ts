import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, optionalId, optionalText, requiredText, ticked } from "#platform/field.ts";
import { mayReadStatistics } from "../question/question.policy.ts";
import { parseQuestion } from "../question/question.ts";
import type { SheetId } from "../tables.ts";
import { maySheet } from "./sheet.policy.ts";
import { findSheet, insertSheet, putAsideSheet, updateSheet } from "./sheet.store.ts";

type Saved = { readonly sheetId: SheetId };
const LONGEST_NAME = 120;

/** Keeps a question under a name, or changes one that is kept. */
export const saveSheet = defineCommand({
  name: "statistics.sheet.save",
  input: z.object({
    /** Null for a new one. */
    sheetId: optionalId<"sheet">(),
    version: z.coerce.number("field.other").int("field.other").default(0),
    name: requiredText(LONGEST_NAME),
    description: optionalText(1000),
    shared: ticked(),
    definition: z.string("field.other").max(8_000, "field.tooLong"),
  }),
  async run(context, input): Promise<Saved | Refusal> {
    const { tx, organizationId, actor } = context;
    const refusal = mayReadStatistics(actor);
    if (refusal) return refusal;
    const question = parseQuestion(input.definition);
    const { sheetId, name, description, shared } = input;
    if (sheetId === null) {
      if (question === null) return refuse("invalid", "sheet.unreadable");
      const id = await insertSheet(context, { name, description, shared, question });
      context.audit({ subjectKind: "statistics.sheet", subjectId: id, details: { name, shared } });
      return { sheetId: id };
    }
    const sheet = await findSheet(tx, organizationId, sheetId, true);
    const refused = maySheet(actor, "change", sheet);
    if (refused) return refused;
    if (question === null) return refuse("invalid", "sheet.unreadable");
    if (sheet?.version !== input.version) return refuse("conflict", "sheet.changedMeanwhile");
    await updateSheet(context, sheetId, { name, description, shared, question });
    context.audit({ subjectKind: "statistics.sheet", subjectId: sheetId, details: { name, shared } });
    return { sheetId };
  },
});

/** A copy of one's own, not shared: to change what somebody else keeps. */
export const duplicateSheet = defineCommand({
  name: "statistics.sheet.duplicate",
  input: z.object({ sheetId: idText<"sheet">(), name: requiredText(LONGEST_NAME) }),
  async run(context, { sheetId, name }): Promise<Saved | Refusal> {
    const { tx, organizationId, actor } = context;
    const sheet = await findSheet(tx, organizationId, sheetId);
    const refusal = maySheet(actor, "read", sheet);
    if (refusal) return refusal;
    if (sheet === null) return refuse("missing", "sheet.missing");
    const { description, question } = sheet;
    const id = await insertSheet(context, { name, description, question, shared: false });
    context.audit({ subjectKind: "statistics.sheet", subjectId: id, details: { name, copyOf: sheetId } });
    return { sheetId: id };
  },
});

/** Takes a saved question out of the lists. */
export const deleteSheet = defineCommand({
  name: "statistics.sheet.delete",
  input: z.object({ sheetId: idText<"sheet">() }),
  async run(context, { sheetId }): Promise<Saved | Refusal> {
    const { tx, organizationId, actor } = context;
    const sheet = await findSheet(tx, organizationId, sheetId, true);
    const refusal = maySheet(actor, "change", sheet);
    if (refusal) return refusal;
    await putAsideSheet(context, sheetId);
    context.audit({ subjectKind: "statistics.sheet", subjectId: sheetId, details: { deleted: sheet?.name ?? "" } });
    return { sheetId };
  },
});
