import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { oneOf } from "#platform/field.ts";
import type { RetentionRefusalCode } from "./retention.fr.ts";
import { mayKeepRules } from "./retention.policy.ts";
import { rulesOf } from "./retention.store.ts";
import { CATEGORIES, KEPT } from "./retention.ts";

/** Says for how many months a category is kept, from today on: never less than the law says. The rules before stay written. */
export const chooseRule = defineCommand({
  name: "privacy.retention.choose",
  input: z.object({
    category: oneOf(CATEGORIES),
    months: z.coerce.number("field.number").int("field.number").min(1, "field.number").max(600, "field.number"),
  }),
  async run(context, { category, months }): Promise<{ months: number } | Refusal<RetentionRefusalCode> | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayKeepRules(actor);
    if (refusal) return refusal;
    const { least } = KEPT[category];
    if (months < least) return refuse("invalid", "retention.tooShort", { least: String(least) }, "months");
    const { rules } = await rulesOf(tx, organizationId);
    await sql`insert into privacy.retention_rule (organization_id, id, category, months, recorded_at, recorded_by)
      values (${organizationId}, ${context.id()}, ${category}, ${months}, ${now}, ${actor.personId})`.execute(tx);
    const details = { category, before: rules[category], after: months };
    context.audit({ subjectKind: "privacy.retention", subjectId: organizationId, details });
    return { months };
  },
});
