import { sql } from "kysely";
import { z } from "zod";
import type { Actor } from "#kernel/actor.ts";
import { canonicalJson, type Json } from "#kernel/canonical-json.ts";
import type { OrganizationId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { versionNumber } from "#platform/field.ts";
import type { MembershipTables } from "../tables.ts";
import { checkIdentity, columnsOfIdentity, identityFields } from "./input.ts";
import type { OrganizationRefusalCode } from "./organization.fr.ts";
import { maySetUp } from "./organization.policy.ts";
import { type SettingsPart, withPart } from "./settings.ts";

type Refused = Refusal<OrganizationRefusalCode>;
type May = (actor: Actor) => Refusal | null;
type Saved = { organizationId: OrganizationId; version: number };

/** The organisation's row, locked; or why it may not be changed as it was shown. */
async function organizationToChange(context: CommandContext, version: number, may: May) {
  const refusal = may(context.actor);
  if (refusal) return refusal;
  const row = await context.tx
    .withTables<MembershipTables>()
    .selectFrom("membership.organization")
    .select(["version", "settings"])
    .where("organization_id", "=", context.organizationId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const changed: Refused = refuse("conflict", "organization.changedMeanwhile");
  return row.version === version ? row : changed;
}

/** Changes the legal identity and the contact of the cooperative. Documents already issued keep what they say. */
export const updateOrganization = defineCommand({
  name: "membership.organization.update",
  input: z.object({ version: versionNumber(), ...identityFields }),
  async run(context, { version, ...identity }): Promise<Saved | Refusal> {
    const found = await organizationToChange(context, version, maySetUp);
    if ("refused" in found) return found;
    const problem = checkIdentity(identity, context.actor.house);
    if (problem) return problem;
    await context.tx
      .withTables<MembershipTables>()
      .updateTable("membership.organization")
      .set({ ...columnsOfIdentity(identity, context.actor.house), version: version + 1 })
      .where("organization_id", "=", context.organizationId)
      .execute();
    context.audit({
      subjectKind: "membership.organization",
      subjectId: context.organizationId,
      details: columnsOfIdentity(identity, context.actor.house),
    });
    return { organizationId: context.organizationId, version: version + 1 };
  },
});

/**
 * Replaces one part of the settings, for the command of the module that owns it (which has checked the value with its
 * own schema). Asks the policy (direction and administration, or the module's own for its part), refuses when somebody
 * else saved any part since `version`, and writes the trace.
 */
export async function saveSettings(
  context: CommandContext,
  part: SettingsPart,
  value: Json,
  version: number,
  may: May = maySetUp,
): Promise<Saved | Refusal> {
  const found = await organizationToChange(context, version, may);
  if ("refused" in found) return found;
  const settings = canonicalJson(withPart(found.settings, part, value) as Json);
  await sql`update membership.organization set settings = ${settings}::jsonb, version = ${version + 1}
    where organization_id = ${context.organizationId}`.execute(context.tx);
  context.audit({
    subjectKind: "membership.organization",
    subjectId: context.organizationId,
    details: { part, value },
  });
  return { organizationId: context.organizationId, version: version + 1 };
}
