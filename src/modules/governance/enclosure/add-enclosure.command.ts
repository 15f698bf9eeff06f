import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, requiredText } from "#platform/field.ts";
import { recordFile } from "#platform/files/file-store.ts";
import { heldFiles } from "#platform/files/held-file.store.ts";
import type { AssemblyRefusalCode } from "../assembly/assembly.fr.ts";
import { calledTo, findAssembly } from "../assembly/assembly.store.ts";
import type { AssemblyId } from "../assembly/assembly.ts";
import { tellAssembly } from "../assembly/tell-assembly.store.ts";
import { mayGovern } from "../governance.policy.ts";
import type { ArticlesRefusalCode } from "../setup/articles.fr.ts";
import { ASSEMBLY_ENCLOSURE } from "../topics.ts";
import type { EnclosureRefusalCode } from "./enclosure.fr.ts";
import { deleteEnclosure, enclosuresOf, findEnclosure, insertEnclosure } from "./enclosure.store.ts";
import { type EnclosureId, MOST_ENCLOSURES, takesEnclosures } from "./enclosure.ts";

type Enclosed = { readonly assemblyId: AssemblyId; readonly enclosureId: EnclosureId };
type Refused = Refusal<EnclosureRefusalCode | AssemblyRefusalCode | ArticlesRefusalCode>;

/** Encloses a file for those who are called; once they are, they are told of it. */
export const addEnclosure = defineCommand({
  name: "governance.enclosure.add",
  input: z.object({
    assemblyId: idText<"assembly">(),
    title: requiredText(160),
    heldFileId: idText<"heldFile">(),
  }),
  async run(context, { assemblyId, title, heldFileId }): Promise<Enclosed | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    const assembly = await findAssembly(tx, organizationId, assemblyId, true);
    if (assembly === null) return refuse("missing", "assembly.missing");
    if (!takesEnclosures(assembly.status)) return refuse("conflict", "enclosure.notNow");
    if ((await enclosuresOf(tx, organizationId, assemblyId)).length >= MOST_ENCLOSURES) {
      return refuse("conflict", "enclosure.tooMany", { most: String(MOST_ENCLOSURES) });
    }
    const [file] = await heldFiles(tx, { organizationId, userId: actor.userId }, "document", [heldFileId]);
    if (file === undefined) return refuse("missing", "enclosure.fileMissing", {}, "file");
    await recordFile(tx, organizationId, file, now);
    const id = context.id<"enclosure">();
    const { hash: fileHash, name: fileName, mediaType } = file;
    await insertEnclosure(context, { id, assemblyId, title, fileHash, fileName, mediaType });
    if (assembly.status !== "draft") {
      await tellAssembly(context, assembly, ASSEMBLY_ENCLOSURE, await calledTo(tx, organizationId, assemblyId));
    }
    context.audit({ subjectKind: "governance.assembly", subjectId: assemblyId, details: { enclosureId: id } });
    return { assemblyId, enclosureId: id };
  },
});

/** Takes a document away, before the convocation. */
export const removeEnclosure = defineCommand({
  name: "governance.enclosure.remove",
  input: z.object({ enclosureId: idText<"enclosure">() }),
  async run(context, { enclosureId }): Promise<Enclosed | Refused> {
    const { tx, organizationId, actor } = context;
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    const enclosure = await findEnclosure(tx, organizationId, enclosureId);
    if (enclosure === null) return refuse("missing", "enclosure.missing");
    const { assemblyId } = enclosure;
    const assembly = await findAssembly(tx, organizationId, assemblyId, true);
    if (assembly?.status !== "draft") return refuse("conflict", "enclosure.called");
    await deleteEnclosure(context, enclosureId);
    context.audit({ subjectKind: "governance.assembly", subjectId: assemblyId, details: { removed: enclosureId } });
    return { assemblyId, enclosureId };
  },
});
