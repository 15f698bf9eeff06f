import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalId, requiredText } from "#platform/field.ts";
import { recordFile } from "#platform/files/file-store.ts";
import { heldFiles } from "#platform/files/held-file.store.ts";
import { mayKeepTemplates } from "../documents.policy.ts";
import type { DocumentsTables } from "../tables.ts";
import { findTemplate, nextVersion, putInForce } from "./template.store.ts";
import { TEMPLATE_KINDS } from "./template.ts";

type Chosen = { readonly templateId: Id<"template"> | null };

/** Keeps a template that was checked as the next version of its kind, and puts it in force. */
export const uploadTemplate = defineCommand({
  name: "documents.template.upload",
  input: z.object({
    kind: oneOf(TEMPLATE_KINDS),
    name: requiredText(120),
    heldFileId: idText<"heldFile">(),
    fields: z.array(z.string().max(80)).max(400),
  }),
  async run(context, { kind, name, heldFileId, fields }): Promise<Chosen | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayKeepTemplates(actor);
    if (refusal) return refusal;
    const [file] = await heldFiles(tx, { organizationId, userId: actor.userId }, "template", [heldFileId]);
    if (file === undefined) return refuse("missing", "template.fileMissing", {}, "file");
    await recordFile(tx, organizationId, file, now);
    const id = context.id<"template">();
    const version = await nextVersion(tx, organizationId, kind);
    await tx
      .withTables<DocumentsTables>()
      .insertInto("documents.template")
      .values({
        organization_id: organizationId,
        id,
        kind,
        version,
        name,
        file_hash: file.hash,
        file_name: file.name,
        fields: JSON.stringify(fields) as unknown as readonly string[],
        uploaded_at: now,
        uploaded_by: actor.personId,
      })
      .execute();
    await putInForce(context, kind, id);
    context.audit({ subjectKind: "documents.template", subjectId: id, details: { kind, version, hash: file.hash } });
    return { templateId: id };
  },
});

/** Puts another version in force, or the one that comes with the house. What was made before keeps its own. */
export const chooseTemplate = defineCommand({
  name: "documents.template.choose",
  input: z.object({ kind: oneOf(TEMPLATE_KINDS), templateId: optionalId<"template">() }),
  async run(context, { kind, templateId }): Promise<Chosen | Refusal> {
    const { tx, organizationId, actor } = context;
    const refusal = mayKeepTemplates(actor);
    if (refusal) return refusal;
    if (templateId !== null && (await findTemplate(tx, organizationId, templateId))?.kind !== kind) {
      return refuse("missing", "template.missing");
    }
    if (templateId === null && kind === "other") return refuse("conflict", "template.noDefault");
    const id = await putInForce(context, kind, templateId);
    context.audit({ subjectKind: "documents.templateChoice", subjectId: id, details: { kind, templateId } });
    return { templateId };
  },
});
