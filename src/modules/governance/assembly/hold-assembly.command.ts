import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { next } from "#kernel/transition.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, requiredText } from "#platform/field.ts";
import { membersOn } from "../associate/register.store.ts";
import { mayGovern } from "../governance.policy.ts";
import { motionsOf } from "../motion/motion.store.ts";
import type { ArticlesRefusalCode } from "../setup/articles.fr.ts";
import type { AssemblyRefusalCode } from "./assembly.fr.ts";
import { findAssembly, insertVoters, moveAssembly } from "./assembly.store.ts";
import { type AssemblyId, assemblyTransitions, mayOpenFrom } from "./assembly.ts";

type Held = { readonly assemblyId: AssemblyId };
type Refused = Refusal<AssemblyRefusalCode | ArticlesRefusalCode>;

/** Opens the assembly: those who may vote are the associates of that day, and one signs on arrival. */
export const openAssembly = defineCommand({
  name: "governance.assembly.open",
  input: z.object({ assemblyId: idText<"assembly">() }),
  async run(context, { assemblyId }): Promise<Held | Refused> {
    const { tx, organizationId, actor, now, today } = context;
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    const assembly = await findAssembly(tx, organizationId, assemblyId, true);
    if (assembly === null) return refuse("missing", "assembly.missing");
    if (next(assemblyTransitions, assembly.status, "open") === null) return refuse("conflict", "assembly.notNow");
    if (now < mayOpenFrom(assembly.startsAt)) return refuse("conflict", "assembly.early");
    await insertVoters(context, assemblyId, await membersOn(tx, organizationId, today));
    await moveAssembly(context, assemblyId, "open", { openedAt: now });
    context.audit({ subjectKind: "governance.assembly", subjectId: assemblyId });
    return { assemblyId };
  },
});

/** Closes the assembly: what happened there changes no more. */
export const closeAssembly = defineCommand({
  name: "governance.assembly.close",
  input: z.object({ assemblyId: idText<"assembly">(), chair: requiredText(120), secretary: requiredText(120) }),
  async run(context, { assemblyId, chair, secretary }): Promise<Held | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    const assembly = await findAssembly(tx, organizationId, assemblyId, true);
    if (assembly === null) return refuse("missing", "assembly.missing");
    if (next(assemblyTransitions, assembly.status, "close") === null) return refuse("conflict", "assembly.notNow");
    const motions = await motionsOf(tx, organizationId, assemblyId);
    if (motions.some(({ status }) => status === "voting")) return refuse("conflict", "assembly.voting");
    await moveAssembly(context, assemblyId, "closed", { closedAt: now, chair, secretary });
    context.audit({ subjectKind: "governance.assembly", subjectId: assemblyId });
    return { assemblyId };
  },
});
