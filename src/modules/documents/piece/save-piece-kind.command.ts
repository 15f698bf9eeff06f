import { sql } from "kysely";
import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { oneOf, optionalId, requiredText, ticked } from "#platform/field.ts";
import { mayKeepTemplates } from "../documents.policy.ts";
import { pieceKinds } from "./piece.store.ts";
import { LEVELS, MOMENTS, SUBJECTS, USUAL_KINDS } from "./piece.ts";

const level = z.enum([...LEVELS, "none"], "field.choose").default("none");

/** Says what is asked of persons: a kind of piece, and how much each stage wants it. */
export const savePieceKind = defineCommand({
  name: "documents.pieceKind.save",
  input: z.object({
    kindId: optionalId<"pieceKind">(),
    name: requiredText(120),
    subject: oneOf(SUBJECTS).default("person"),
    sensitive: ticked(),
    needsValidation: ticked(),
    expires: ticked(),
    candidate: level,
    cape: level,
    cesa: level,
    associate: level,
    activity: level,
  }),
  async run(
    context,
    { kindId, name, subject, sensitive, needsValidation, expires, ...asked },
  ): Promise<{ kindId: Id<"pieceKind"> } | Refusal> {
    const { tx, organizationId, actor } = context;
    const refusal = mayKeepTemplates(actor);
    if (refusal) return refusal;
    const kinds = await pieceKinds(tx, organizationId);
    if (kindId !== null && !kinds.some(({ id }) => id === kindId)) return refuse("missing", "piece.kindMissing");
    if (kinds.some((kind) => kind.id !== kindId && kind.name.toLowerCase() === name.toLowerCase())) {
      return refuse("conflict", "piece.kindTaken", {}, "name");
    }
    if (sensitive && subject !== "person") return refuse("invalid", "piece.confidential", {}, "sensitive");
    // What was given of a thing stays of that thing.
    const kept = kinds.find(({ id }) => id === kindId);
    if (kept !== undefined && kept.subject !== subject) return refuse("conflict", "piece.subjectKept", {}, "subject");
    const levels = JSON.stringify(
      Object.fromEntries(
        MOMENTS[subject].flatMap((moment) => (asked[moment] === "none" ? [] : [[moment, asked[moment]]])),
      ),
    );
    const id = kindId ?? context.id<"pieceKind">();
    if (kindId === null) {
      await sql`insert into documents.piece_kind (organization_id, id, name, subject, sensitive, needs_validation, expires, levels)
        values (${organizationId}, ${id}, ${name}, ${subject}, ${sensitive}, ${needsValidation}, ${expires}, ${levels}::jsonb)`.execute(
        tx,
      );
    } else {
      await sql`update documents.piece_kind set name = ${name}, sensitive = ${sensitive}, needs_validation = ${needsValidation},
          expires = ${expires}, levels = ${levels}::jsonb, version = version + 1
        where organization_id = ${organizationId} and id = ${id}`.execute(tx);
    }
    context.audit({ subjectKind: "documents.pieceKind", subjectId: id, details: { name } });
    return { kindId: id };
  },
});

/** Begins with what cooperatives usually ask. */
export const addUsualKinds = defineCommand({
  name: "documents.pieceKind.addUsual",
  input: z.object({}),
  async run(context): Promise<{ added: number } | Refusal> {
    const { tx, organizationId, actor } = context;
    const refusal = mayKeepTemplates(actor);
    if (refusal) return refusal;
    if ((await pieceKinds(tx, organizationId)).length > 0) return refuse("conflict", "piece.kindsThere");
    for (const { name, subject, sensitive, needsValidation, expires, levels } of USUAL_KINDS) {
      const id = context.id<"pieceKind">();
      await sql`insert into documents.piece_kind (organization_id, id, name, subject, sensitive, needs_validation, expires, levels)
        values (${organizationId}, ${id}, ${name}, ${subject}, ${sensitive}, ${needsValidation}, ${expires}, ${JSON.stringify(levels)}::jsonb)`.execute(
        tx,
      );
      context.audit({ subjectKind: "documents.pieceKind", subjectId: id, details: { name } });
    }
    return { added: USUAL_KINDS.length };
  },
});
