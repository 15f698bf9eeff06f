import { sql } from "kysely";
import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { optionalId, requiredText, ticked } from "#platform/field.ts";
import { mayKeepTemplates } from "../documents.policy.ts";
import { pieceKinds } from "./piece.store.ts";
import { LEVELS, USUAL_KINDS } from "./piece.ts";

const level = z.enum([...LEVELS, "none"], "field.choose").default("none");

/** Says what is asked of persons: a kind of piece, and how much each stage wants it. */
export const savePieceKind = defineCommand({
  name: "documents.pieceKind.save",
  input: z.object({
    kindId: optionalId<"pieceKind">(),
    name: requiredText(120),
    sensitive: ticked(),
    needsValidation: ticked(),
    expires: ticked(),
    candidate: level,
    cape: level,
    cesa: level,
    associate: level,
  }),
  async run(
    context,
    { kindId, name, sensitive, needsValidation, expires, ...asked },
  ): Promise<{ kindId: Id<"pieceKind"> } | Refusal> {
    const { tx, organizationId, actor } = context;
    const refusal = mayKeepTemplates(actor);
    if (refusal) return refusal;
    const kinds = await pieceKinds(tx, organizationId);
    if (kindId !== null && !kinds.some(({ id }) => id === kindId)) return refuse("missing", "piece.kindMissing");
    if (kinds.some((kind) => kind.id !== kindId && kind.name.toLowerCase() === name.toLowerCase())) {
      return refuse("conflict", "piece.kindTaken", {}, "name");
    }
    const levels = JSON.stringify(Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== "none")));
    const id = kindId ?? context.id<"pieceKind">();
    if (kindId === null) {
      await sql`insert into documents.piece_kind (organization_id, id, name, sensitive, needs_validation, expires, levels)
        values (${organizationId}, ${id}, ${name}, ${sensitive}, ${needsValidation}, ${expires}, ${levels}::jsonb)`.execute(
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
    for (const { name, sensitive, needsValidation, expires, levels } of USUAL_KINDS) {
      const id = context.id<"pieceKind">();
      await sql`insert into documents.piece_kind (organization_id, id, name, sensitive, needs_validation, expires, levels)
        values (${organizationId}, ${id}, ${name}, ${sensitive}, ${needsValidation}, ${expires}, ${JSON.stringify(levels)}::jsonb)`.execute(
        tx,
      );
      context.audit({ subjectKind: "documents.pieceKind", subjectId: id, details: { name } });
    }
    return { added: USUAL_KINDS.length };
  },
});
