import { z } from "zod";
import type { Refusal } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { mayKeepRules } from "./retention.policy.ts";
import { runRules } from "./run-retention.store.ts";

/** Erases now what the rules no longer keep, without waiting for the morning. */
export const runRetentionNow = defineCommand({
  name: "privacy.retention.run",
  input: z.object({}),
  async run(context): Promise<{ erased: number } | Refusal> {
    const refusal = mayKeepRules(context.actor);
    if (refusal) return refusal;
    const { tx, organizationId } = context;
    const { timeZone } = await organizationProfile(tx, organizationId);
    const { counts } = await runRules(context, timeZone);
    context.audit({ subjectKind: "privacy.retention", subjectId: organizationId, details: Object.fromEntries(counts) });
    return { erased: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  },
});
