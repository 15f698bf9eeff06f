import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { seatsOf } from "#modules/network/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, optionalDay, optionalId, optionalText, readWebAddress, requiredText } from "#platform/field.ts";
import { recordFile } from "#platform/files/file-store.ts";
import { heldFiles } from "#platform/files/held-file.store.ts";
import type { LabelRefusalCode } from "../label.fr.ts";
import { maySpeakForIt } from "../label.policy.ts";
import type { EvidenceId } from "../labelling/labelling.ts";
import type { LabelTables } from "../tables.ts";
import { findEvidence } from "./evidence.store.ts";

type Given = { readonly evidenceId: EvidenceId };
const no = (kind: Refusal["kind"], code: LabelRefusalCode, field?: string) => refuse(kind, code, {}, field);

/** A structure keeps a file or an address: once given, it serves as many criteria as wanted. */
export const giveEvidence = defineCommand({
  name: "label.evidence.give",
  input: z.object({
    structureId: idText<"structure">(),
    title: requiredText(160),
    link: optionalText(500),
    heldFileId: optionalId<"heldFile">(),
    validFrom: optionalDay(),
    validUntil: optionalDay(),
  }),
  async run(context, { structureId, title, link, heldFileId, validFrom, validUntil }): Promise<Given | Refusal> {
    const { tx, organizationId, actor, today, now } = context;
    const refusal = maySpeakForIt(actor, await seatsOf(tx, organizationId, actor.personId, today), structureId);
    if (refusal) return refusal;
    if ((link === "") === (heldFileId === null)) return no("invalid", "evidence.fileOrLink", "link");
    const address = link === "" ? "" : readWebAddress(link);
    if (address === null) return no("invalid", "evidence.link", "link");
    if (validFrom !== null && validUntil !== null && validUntil < validFrom) {
      return no("invalid", "evidence.backwards", "validUntil");
    }
    const [file] =
      heldFileId === null
        ? []
        : await heldFiles(tx, { organizationId, userId: actor.userId }, "evidence", [heldFileId]);
    if (heldFileId !== null && file === undefined) return no("missing", "evidence.fileMissing", "file");
    if (file !== undefined) await recordFile(tx, organizationId, file, now);
    const evidenceId = context.id<"evidence">();
    await tx
      .withTables<LabelTables>()
      .insertInto("label.evidence")
      .values({
        ...{ organization_id: organizationId, id: evidenceId, structure_id: structureId, title, link: address },
        ...{ file_hash: file?.hash ?? null, file_name: file?.name ?? null, media_type: file?.mediaType ?? null },
        ...{
          valid_from: validFrom,
          valid_until: validUntil,
          added_at: now,
          added_by: actor.personId,
          retired_at: null,
        },
      })
      .execute();
    context.audit({ subjectKind: "label.evidence", subjectId: evidenceId, details: { structureId } });
    return { evidenceId };
  },
});

/** Offers it no more; criteria that lean on it keep it. */
export const retireEvidence = defineCommand({
  name: "label.evidence.retire",
  input: z.object({ evidenceId: idText<"evidence">() }),
  async run(context, { evidenceId }): Promise<Given | Refusal> {
    const { tx, organizationId, actor, today, now } = context;
    const evidence = await findEvidence(tx, organizationId, evidenceId);
    if (evidence === null) return no("missing", "evidence.missing");
    const seats = await seatsOf(tx, organizationId, actor.personId, today);
    // Of a structure that is not one's own, nothing is known.
    if (maySpeakForIt(actor, seats, evidence.structureId)) return no("missing", "evidence.missing");
    if (evidence.retired) return no("conflict", "evidence.retired");
    await tx
      .withTables<LabelTables>()
      .updateTable("label.evidence")
      .set({ retired_at: now })
      .where("organization_id", "=", organizationId)
      .where("id", "=", evidenceId)
      .execute();
    context.audit({ subjectKind: "label.evidence", subjectId: evidenceId, details: { retired: true } });
    return { evidenceId };
  },
});
