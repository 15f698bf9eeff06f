import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { idText, optionalId, optionalText, ticked } from "#platform/field.ts";
import type { AssemblyRefusalCode } from "../assembly/assembly.fr.ts";
import { findAssembly } from "../assembly/assembly.store.ts";
import type { Assembly, AssemblyId } from "../assembly/assembly.ts";
import type { AssociateId } from "../associate/associate.ts";
import { membersOn } from "../associate/register.store.ts";
import { mayGovern } from "../governance.policy.ts";
import type { ArticlesRefusalCode } from "../setup/articles.fr.ts";
import { findArticles } from "../setup/articles.store.ts";
import { insertPresence, insertProxy, proxiesOf, readRoom } from "./room.store.ts";
import { heldBy } from "./room.ts";

type Noted = { readonly assemblyId: AssemblyId };
type Refused = Refusal<AssemblyRefusalCode | ArticlesRefusalCode>;

async function find(context: CommandContext, id: AssemblyId): Promise<Assembly | Refused> {
  return (await findAssembly(context.tx, context.organizationId, id, true)) ?? refuse("missing", "assembly.missing");
}

/** Somebody signs that they are there, with the code that the room shows: for all those they speak for. */
export const signPresence = defineCommand({
  name: "governance.presence.sign",
  input: z.object({ assemblyId: idText<"assembly">(), code: optionalText(40) }),
  async run(context, { assemblyId, code }): Promise<Noted | Refused> {
    const { tx, organizationId, actor } = context;
    const assembly = await find(context, assemblyId);
    if ("refused" in assembly) return assembly;
    const room = await readRoom(tx, organizationId, assemblyId);
    const members = assembly.status === "open" ? [] : await membersOn(tx, organizationId, context.today);
    const called = members.some(({ voice }) => voice === actor.personId);
    const own = room.filter(({ personId }) => personId === actor.personId);
    // Before its convocation an assembly concerns nobody yet.
    const concerned = own.length > 0 || (called && assembly.status !== "draft");
    if (!concerned) return refuse("missing", "assembly.missing");
    if (assembly.status !== "open") return refuse("conflict", "assembly.notOpen");
    if (code.toLowerCase() !== assembly.roomCode) return refuse("invalid", "presence.code", {}, "code");
    for (const voter of own.filter(({ present }) => !present)) {
      await insertPresence(context, assemblyId, voter.associateId, true, "self");
    }
    context.audit({ subjectKind: "governance.assembly", subjectId: assemblyId });
    return { assemblyId };
  },
});

/** The office notes who came, or left. */
export const notePresent = defineCommand({
  name: "governance.presence.note",
  input: z.object({ assemblyId: idText<"assembly">(), associateId: idText<"associate">(), present: ticked() }),
  async run(context, { assemblyId, associateId, present }): Promise<Noted | Refused> {
    const { tx, organizationId, actor } = context;
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    const assembly = await find(context, assemblyId);
    if ("refused" in assembly) return assembly;
    if (assembly.status !== "open") return refuse("conflict", "assembly.notOpen");
    const voter = (await readRoom(tx, organizationId, assemblyId)).find((one) => one.associateId === associateId);
    if (voter === undefined) return refuse("missing", "vote.notVoter");
    if (voter.present !== present) await insertPresence(context, assemblyId, associateId, present, "list");
    context.audit({ subjectKind: "governance.assembly", subjectId: assemblyId, details: { associateId, present } });
    return { assemblyId };
  },
});

async function refuseHolder(
  { tx, organizationId }: CommandContext,
  assembly: Assembly,
  giverId: AssociateId,
  holderId: AssociateId,
): Promise<Refused | null> {
  if (holderId === giverId) return refuse("invalid", "proxy.oneself", {}, "holderId");
  const proxies = await proxiesOf(tx, organizationId, assembly.id);
  if (proxies.has(holderId)) return refuse("conflict", "proxy.holderGave", {}, "holderId");
  if (heldBy(proxies, giverId) > 0) return refuse("conflict", "proxy.giverHolds", {}, "holderId");
  const { proxiesMost } = await findArticles(tx, organizationId, assembly.articlesVersion);
  const others = new Map([...proxies].filter(([giver]) => giver !== giverId));
  if (heldBy(others, holderId) >= proxiesMost) {
    return refuse("conflict", "proxy.tooMany", { most: String(proxiesMost) }, "holderId");
  }
  return null;
}

/** Gives a proxy to another associate, or takes it back (nobody). By the giver, or by the office from a paper. */
export const giveProxy = defineCommand({
  name: "governance.proxy.give",
  input: z.object({
    assemblyId: idText<"assembly">(),
    giverId: idText<"associate">(),
    holderId: optionalId<"associate">(),
  }),
  async run(context, { assemblyId, giverId, holderId }): Promise<Noted | Refused> {
    const { tx, organizationId, actor, today } = context;
    const members = await membersOn(tx, organizationId, today);
    const giver = members.find(({ id }) => id === giverId);
    const refusal = giver?.voice === actor.personId ? null : mayGovern(actor);
    if (refusal) return refusal;
    const assembly = await find(context, assemblyId);
    if ("refused" in assembly) return assembly;
    if (assembly.status === "draft" && mayGovern(actor)) return refuse("missing", "assembly.missing");
    if (assembly.status !== "convened" && assembly.status !== "open") return refuse("conflict", "proxy.notNow");
    if (giver === undefined) return refuse("missing", "vote.notVoter");
    if (holderId !== null) {
      if (!members.some(({ id }) => id === holderId)) return refuse("invalid", "proxy.notMember", {}, "holderId");
      const wrong = await refuseHolder(context, assembly, giverId, holderId);
      if (wrong) return wrong;
    }
    await insertProxy(context, assemblyId, giverId, holderId);
    context.audit({ subjectKind: "governance.assembly", subjectId: assemblyId, details: { giverId, holderId } });
    return { assemblyId };
  },
});
