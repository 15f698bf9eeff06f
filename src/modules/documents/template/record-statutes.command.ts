import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { saveSettings } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, optionalId, requiredText, versionNumber } from "#platform/field.ts";
import { recordFile } from "#platform/files/file-store.ts";
import { heldFiles } from "#platform/files/held-file.store.ts";
import { mayKeepTemplates } from "../documents.policy.ts";
import type { DocumentsTables } from "../tables.ts";
import { DOCUMENTS_PART } from "./document-settings.ts";

/** Names a version of the articles of association, with its file when it was sent: contracts mention it (L7331-2 e). */
export const recordStatutes = defineCommand({
  name: "documents.statutes.record",
  input: z.object({
    title: requiredText(120),
    adoptedOn: dayText(),
    effectiveOn: dayText(),
    heldFileId: optionalId<"heldFile">(),
  }),
  async run(context, input): Promise<{ statutesId: Id<"statutes"> } | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayKeepTemplates(actor);
    if (refusal) return refusal;
    if (input.effectiveOn < input.adoptedOn)
      return refuse("invalid", "statutes.effectBeforeAdoption", {}, "effectiveOn");
    const wanted = input.heldFileId === null ? [] : [input.heldFileId];
    const [file] = await heldFiles(tx, { organizationId, userId: actor.userId }, "template", wanted);
    if (wanted.length > 0 && file === undefined) return refuse("missing", "template.fileMissing", {}, "file");
    if (file !== undefined) await recordFile(tx, organizationId, file, now);
    const id = context.id<"statutes">();
    await tx
      .withTables<DocumentsTables>()
      .insertInto("documents.statutes")
      .values({
        organization_id: organizationId,
        id,
        title: input.title,
        adopted_on: input.adoptedOn,
        effective_on: input.effectiveOn,
        file_hash: file?.hash ?? null,
        file_name: file?.name ?? "",
        recorded_at: now,
        recorded_by: actor.personId,
      })
      .execute();
    context.audit({ subjectKind: "documents.statutes", subjectId: id, details: { effectiveOn: input.effectiveOn } });
    return { statutesId: id };
  },
});

/** Says who represents the cooperative in its contracts. */
export const saveRepresentative = defineCommand({
  name: "documents.representative.save",
  input: z.object({ version: versionNumber(), representative: requiredText(120), quality: requiredText(120) }),
  async run(context, { version, ...value }): Promise<{ version: number } | Refusal> {
    const refusal = mayKeepTemplates(context.actor);
    return refusal ?? saveSettings(context, DOCUMENTS_PART, value, version, mayKeepTemplates);
  },
});
