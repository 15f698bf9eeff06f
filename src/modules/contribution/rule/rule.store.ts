import * as z from "zod/mini";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { Month } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import type { CommandContext } from "#platform/command.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ContributionTables } from "../tables.ts";
import { type RuleJson, type RuleVersion, ruleSchema, versionInForce } from "./rule.ts";

/** Every version adopted, oldest first: which one is in force is for `versionInForce` to say. */
export async function listVersions(tx: Tx, organizationId: OrganizationId): Promise<RuleVersion[]> {
  const rows = await tx
    .withTables<ContributionTables>()
    .selectFrom("contribution.rule_version")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .orderBy("effective_from")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    effectiveFrom: row.effective_from,
    resolution: { reference: row.resolution, decidedOn: row.decided_on },
    activityId: row.activity_id,
    rule: z.decode(ruleSchema, row.rule as RuleJson),
  }));
}

/** Writes a version. The database refuses one that would change a posted month. */
export async function insertVersion(context: CommandContext, version: RuleVersion): Promise<void> {
  await context.tx
    .withTables<ContributionTables>()
    .insertInto("contribution.rule_version")
    .values({
      organization_id: context.organizationId,
      id: version.id,
      effective_from: version.effectiveFrom,
      resolution: version.resolution.reference,
      decided_on: version.resolution.decidedOn,
      activity_id: version.activityId,
      rule: canonicalJson(z.encode(ruleSchema, version.rule) as Json),
      adopted_at: context.now,
      adopted_by: context.actor.personId,
    })
    .execute();
}

/** The version in force in a month: an activity's own, else the default one. Null when there is none. */
export async function currentRule(
  tx: Tx,
  query: { readonly organizationId: OrganizationId; readonly activityId: ActivityId | null; readonly month: Month },
): Promise<RuleVersion | null> {
  return versionInForce(await listVersions(tx, query.organizationId), query.activityId, query.month);
}
