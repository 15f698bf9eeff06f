import { sql } from "kysely";
import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf, optionalId, optionalText, optionalWebAddress, requiredText } from "#platform/field.ts";
import { recordFile } from "#platform/files/file-store.ts";
import { heldFiles } from "#platform/files/held-file.store.ts";
import type { WorkgroupRefusalCode } from "../group/group.fr.ts";
import { mayLeadGroup, mayWorkIn } from "../group/group.policy.ts";
import { loadGroup } from "../group/load-group.store.ts";
import { DELIVERABLE_KINDS } from "./deliverable.ts";
import { decisionsOf, deliverablesOf } from "./work.store.ts";

const no = (kind: Refusal["kind"], code: WorkgroupRefusalCode, field?: string) => refuse(kind, code, {}, field);

/** Writes a decision in the log. It may take the place of one that still holds; both stay. */
export const logDecision = defineCommand({
  name: "workgroup.decision.log",
  input: z.object({
    workgroupId: idText<"workgroup">(),
    body: requiredText(2000),
    decidedOn: dayText(),
    supersedes: optionalId<"decision">(),
  }),
  async run(context, input): Promise<{ decisionId: Id<"decision"> } | Refusal> {
    const { tx, organizationId, actor, now, today } = context;
    const loaded = await loadGroup(context, input.workgroupId, mayLeadGroup, true);
    if (isRefusal(loaded)) return loaded;
    if (input.decidedOn > today) return no("invalid", "workgroup.decidedLater", "decidedOn");
    const log = await decisionsOf(tx, organizationId, loaded.group.id);
    if (input.supersedes !== null) {
      const replaced = log.find(({ id }) => id === input.supersedes);
      if (replaced === undefined) return no("missing", "workgroup.decisionMissing", "supersedes");
      if (replaced.supersededBy !== null) return no("conflict", "workgroup.decisionReplaced", "supersedes");
    }
    const decisionId = context.id<"decision">();
    await sql`insert into workgroup.decision
        (organization_id, id, workgroup_id, number, body, decided_on, supersedes, recorded_at, recorded_by)
      values (${organizationId}, ${decisionId}, ${loaded.group.id}, ${(log[0]?.number ?? 0) + 1}, ${input.body},
        ${input.decidedOn}, ${input.supersedes}, ${now}, ${actor.personId})`.execute(tx);
    context.audit({ subjectKind: "workgroup.workgroup", subjectId: loaded.group.id, details: { decisionId } });
    return { decisionId };
  },
});

/** Shares a file or a link: a new deliverable, or a new version of one. */
export const shareVersion = defineCommand({
  name: "workgroup.deliverable.share",
  input: z.object({
    workgroupId: idText<"workgroup">(),
    deliverableId: optionalId<"deliverable">(),
    kind: oneOf(DELIVERABLE_KINDS).default("file"),
    title: optionalText(160),
    note: optionalText(400),
    link: optionalWebAddress(400),
    heldFileId: optionalId<"heldFile">(),
  }),
  async run(context, input): Promise<{ versionId: Id<"deliverableVersion"> } | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const loaded = await loadGroup(context, input.workgroupId, mayWorkIn, true);
    if (isRefusal(loaded)) return loaded;
    const shared = await deliverablesOf(tx, organizationId, loaded.group.id);
    const known = shared.find(({ id }) => id === input.deliverableId);
    if (input.deliverableId !== null && known === undefined) return no("missing", "workgroup.deliverableMissing");
    if (known === undefined && input.title === "") return no("invalid", "workgroup.titleNeeded", "title");
    const held = input.heldFileId === null ? [] : [input.heldFileId];
    const [file] = await heldFiles(tx, { organizationId, userId: actor.userId }, "piece", held);
    if (file === undefined && input.link === "") return no("invalid", "workgroup.fileNeeded", "file");
    if (file !== undefined) await recordFile(tx, organizationId, file, now);
    const deliverableId = known?.id ?? context.id<"deliverable">();
    if (known === undefined) {
      await sql`insert into workgroup.deliverable (organization_id, id, workgroup_id, kind, title)
        values (${organizationId}, ${deliverableId}, ${loaded.group.id}, ${input.kind}, ${input.title})`.execute(tx);
    }
    const versionId = context.id<"deliverableVersion">();
    await sql`insert into workgroup.deliverable_version (organization_id, id, deliverable_id, number, note, link, file_hash,
        file_name, media_type, given_at, given_by)
      values (${organizationId}, ${versionId}, ${deliverableId}, ${(known?.versions[0]?.number ?? 0) + 1}, ${input.note},
        ${input.link}, ${file?.hash ?? null}, ${file?.name ?? null}, ${file?.mediaType ?? null}, ${now}, ${actor.personId})`.execute(
      tx,
    );
    context.audit({ subjectKind: "workgroup.workgroup", subjectId: loaded.group.id, details: { versionId } });
    return { versionId };
  },
});
