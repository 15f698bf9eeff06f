import { z } from "zod";
import type { ActivityId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { type CommandContext, defineCommand } from "#platform/command.ts";
import { dayText, optionalEmail, optionalPhone, optionalText, requiredText } from "#platform/field.ts";
import type { MembershipTables } from "../tables.ts";
import type { ActivityRefusalCode } from "./activity.fr.ts";
import { mayOpenActivity } from "./activity.policy.ts";
import { proposeCode } from "./activity.ts";

const input = z.object({
  name: requiredText(120),
  trade: optionalText(120),
  /** "" proposes the next free one. */
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z0-9]{2,12})?$/, "field.code")
    .default(""),
  openedOn: dayText(),
  email: optionalEmail(),
  phone: optionalPhone(),
});

type Opened = { activityId: ActivityId; code: string };

/** Opens an activity (enseigne). Nobody takes part in it yet: see add-participation. */
export const openActivity = defineCommand({
  name: "membership.activity.open",
  input,
  async run(context, fields): Promise<Opened | Refusal<ActivityRefusalCode>> {
    const refusal = mayOpenActivity(context.actor);
    if (refusal) return refusal;
    const activityId = context.id<"activity">();
    const code = fields.code === "" ? await takeProposed(context, activityId, fields) : fields.code;
    if (fields.code !== "" && !(await insert(context, activityId, code, fields))) {
      return refuse("conflict", "activity.codeTaken", {}, "code");
    }
    context.audit({ subjectKind: "membership.activity", subjectId: activityId, details: { code } });
    return { activityId, code };
  },
});

async function takeProposed(
  context: CommandContext,
  activityId: ActivityId,
  fields: z.infer<typeof input>,
): Promise<string> {
  // Somebody else may open an activity at this moment: the next code is tried, never the same twice.
  const tried: string[] = [];
  for (;;) {
    const rows = await context.tx
      .withTables<MembershipTables>()
      .selectFrom("membership.activity")
      .select("code")
      .where("organization_id", "=", context.organizationId)
      .execute();
    const code = proposeCode([...rows.map((row) => row.code), ...tried]);
    if (await insert(context, activityId, code, fields)) return code;
    tried.push(code);
  }
}

async function insert(
  context: CommandContext,
  activityId: ActivityId,
  code: string,
  fields: z.infer<typeof input>,
): Promise<boolean> {
  const added = await context.tx
    .withTables<MembershipTables>()
    .insertInto("membership.activity")
    .values({
      organization_id: context.organizationId,
      id: activityId,
      code,
      name: fields.name,
      trade: fields.trade,
      email: fields.email,
      phone: fields.phone,
      accent_colour: null,
      logo_hash: null,
      opened_on: fields.openedOn,
      closed_on: null,
    })
    .onConflict((conflict) => conflict.columns(["organization_id", "code"]).doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}
