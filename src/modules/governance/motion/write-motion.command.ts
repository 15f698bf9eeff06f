import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, oneOf, requiredText } from "#platform/field.ts";
import type { AssemblyRefusalCode } from "../assembly/assembly.fr.ts";
import { findAssembly } from "../assembly/assembly.store.ts";
import type { AssemblyId } from "../assembly/assembly.ts";
import { mayGovern } from "../governance.policy.ts";
import type { ArticlesRefusalCode } from "../setup/articles.fr.ts";
import { findArticles } from "../setup/articles.store.ts";
import { ASSEMBLY_KINDS } from "../setup/articles.ts";
import { deleteMotion, findMotion, insertMotion } from "./motion.store.ts";
import { BALLOTS } from "./motion.ts";

type Written = { readonly assemblyId: AssemblyId };
type Refused = Refusal<AssemblyRefusalCode | ArticlesRefusalCode>;

/** Adds a motion to an assembly that is not called yet. */
export const addMotion = defineCommand({
  name: "governance.motion.add",
  input: z.object({
    assemblyId: idText<"assembly">(),
    title: requiredText(200),
    body: requiredText(4000),
    rule: oneOf(ASSEMBLY_KINDS),
    ballot: oneOf(BALLOTS),
  }),
  async run(context, { assemblyId, ...words }): Promise<Written | Refused> {
    const { tx, organizationId } = context;
    const refusal = mayGovern(context.actor);
    if (refusal) return refusal;
    const assembly = await findAssembly(tx, organizationId, assemblyId, true);
    if (assembly === null) return refuse("missing", "assembly.missing");
    if (assembly.status !== "draft") return refuse("conflict", "assembly.called");
    if (words.rule === "extraordinary" && assembly.kind === "ordinary") {
      return refuse("invalid", "motion.rule", {}, "rule");
    }
    if (words.ballot === "secret" && (await findArticles(tx, organizationId)).weighted) {
      return refuse("invalid", "motion.secretWeighted", {}, "ballot");
    }
    await insertMotion(context, { id: context.id<"motion">(), assemblyId, ...words });
    context.audit({ subjectKind: "governance.assembly", subjectId: assemblyId });
    return { assemblyId };
  },
});

/** Takes a motion away, before the convocation. */
export const removeMotion = defineCommand({
  name: "governance.motion.remove",
  input: z.object({ motionId: idText<"motion">() }),
  async run(context, { motionId }): Promise<Written | Refused> {
    const { tx, organizationId } = context;
    const refusal = mayGovern(context.actor);
    if (refusal) return refusal;
    const motion = await findMotion(tx, organizationId, motionId);
    if (motion === null) return refuse("missing", "motion.missing");
    const { assemblyId } = motion;
    const assembly = await findAssembly(tx, organizationId, assemblyId, true);
    if (assembly?.status !== "draft") return refuse("conflict", "assembly.called");
    await deleteMotion(context, motionId);
    context.audit({ subjectKind: "governance.assembly", subjectId: assemblyId });
    return { assemblyId };
  },
});
