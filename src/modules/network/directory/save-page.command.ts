import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { optionalText, ticked } from "#platform/field.ts";
import type { NetworkRefusalCode } from "../network.fr.ts";
import { mayPrepare } from "../network.policy.ts";
import { publicPageOf } from "./page.store.ts";

/** Opens or closes the public page of the network, and what it says first. `version` is 0 the first time. */
export const savePublicPage = defineCommand({
  name: "network.page.save",
  input: z.object({ open: ticked(), introduction: optionalText(2000), version: z.coerce.number().int().min(0) }),
  async run(context, { open, introduction, version }): Promise<{ open: boolean } | Refusal<NetworkRefusalCode>> {
    const { tx, organizationId } = context;
    const refusal = mayPrepare(context.actor);
    if (refusal) return refusal;
    const found = await publicPageOf(tx, organizationId, true);
    if (found.version !== version) return refuse("conflict", "structure.changedMeanwhile");
    await sql`insert into network.page (organization_id, open, introduction, version)
      values (${organizationId}, ${open}, ${introduction}, 1)
      on conflict (organization_id) do update
        set open = excluded.open, introduction = excluded.introduction, version = network.page.version + 1`.execute(tx);
    context.audit({ subjectKind: "network.page", subjectId: organizationId, details: { open } });
    return { open };
  },
});
