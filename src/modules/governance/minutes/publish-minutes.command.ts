import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, optionalText } from "#platform/field.ts";
import type { AssemblyRefusalCode } from "../assembly/assembly.fr.ts";
import { calledTo, findAssembly } from "../assembly/assembly.store.ts";
import type { AssemblyId } from "../assembly/assembly.ts";
import { tellAssembly } from "../assembly/tell-assembly.store.ts";
import { mayGovern } from "../governance.policy.ts";
import type { ArticlesRefusalCode } from "../setup/articles.fr.ts";
import { ASSEMBLY_MINUTES } from "../topics.ts";
import type { MinutesRefusalCode } from "./minutes.fr.ts";
import { minutesOf, proposedMinutes } from "./minutes.store.ts";

type Refused = Refusal<MinutesRefusalCode | AssemblyRefusalCode | ArticlesRefusalCode>;

/** Publishes minutes, or one more version of them; without a text, as what happened writes them. */
export const publishMinutes = defineCommand({
  name: "governance.minutes.publish",
  input: z.object({ assemblyId: idText<"assembly">(), body: optionalText(60_000) }),
  async run(context, { assemblyId, body: typed }): Promise<{ readonly assemblyId: AssemblyId } | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayGovern(actor);
    if (refusal) return refusal;
    const assembly = await findAssembly(tx, organizationId, assemblyId, true);
    if (assembly === null) return refuse("missing", "assembly.missing");
    if (assembly.status !== "closed") return refuse("conflict", "minutes.notClosed");
    const body = typed === "" ? await proposedMinutes(tx, organizationId, assembly) : typed.replaceAll("\r\n", "\n");
    const [last] = await minutesOf(tx, organizationId, assemblyId);
    if (last?.body === body) return refuse("conflict", "minutes.same", {}, "body");
    const version = (last?.version ?? 0) + 1;
    await sql`insert into governance.assembly_minutes (organization_id, assembly_id, version, body, published_at, published_by)
      values (${organizationId}, ${assemblyId}, ${version}, ${body}, ${now}, ${actor.personId})`.execute(tx);
    await tellAssembly(context, assembly, ASSEMBLY_MINUTES, await calledTo(tx, organizationId, assemblyId));
    context.audit({ subjectKind: "governance.assembly", subjectId: assemblyId, details: { version } });
    return { assemblyId };
  },
});
