import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, requiredText, ticked } from "#platform/field.ts";
import type { FundedActionId } from "../appointment/appointment.ts";
import { fundedActions } from "./funded-action.store.ts";
import { accompanimentSettings } from "./settings.store.ts";
import type { SetupRefusalCode } from "./setup.fr.ts";
import { maySetUpAccompaniment } from "./setup.policy.ts";

type Refused = Refusal<SetupRefusalCode>;
const counted = (most: number) =>
  z.coerce.number("field.wholeNumber").int("field.wholeNumber").min(1, "field.negative").max(most, "field.tooLarge");

/** After how long silence is worth a call. */
export const saveAccompanimentSettings = defineCommand({
  name: "accompaniment.settings.save",
  input: z.object({
    version: z.coerce.number("field.other").int("field.other").min(0, "field.other"),
    monthsWithoutAppointment: counted(24),
    weeksWithoutInvoice: counted(104),
  }),
  async run({ tx, organizationId, actor, audit }, input): Promise<{ version: number } | Refused> {
    const refusal = maySetUpAccompaniment(actor);
    if (refusal) return refusal;
    const { version } = await accompanimentSettings(tx, organizationId);
    if (version !== input.version) return refuse("conflict", "support.changed");
    await sql`insert into accompaniment.settings
        (organization_id, months_without_appointment, weeks_without_invoice, version)
      values (${organizationId}, ${input.monthsWithoutAppointment}, ${input.weeksWithoutInvoice}, ${version + 1})
      on conflict (organization_id) do update set months_without_appointment = excluded.months_without_appointment,
        weeks_without_invoice = excluded.weeks_without_invoice, version = excluded.version`.execute(tx);
    audit({ subjectKind: "accompaniment.settings", subjectId: organizationId });
    return { version: version + 1 };
  },
});

/** An action that a funder pays for, to which appointments belong. */
export const addFundedAction = defineCommand({
  name: "accompaniment.fundedAction.add",
  input: z.object({ name: requiredText(120) }),
  async run({ tx, organizationId, actor, audit, id }, { name }): Promise<{ fundedActionId: FundedActionId } | Refused> {
    const refusal = maySetUpAccompaniment(actor);
    if (refusal) return refusal;
    const fundedActionId = id<"fundedAction">();
    const written = await sql`insert into accompaniment.funded_action (organization_id, id, name)
      values (${organizationId}, ${fundedActionId}, ${name}) on conflict do nothing`.execute(tx);
    if (written.numAffectedRows !== 1n) return refuse("conflict", "fundedAction.taken", {}, "name");
    audit({ subjectKind: "accompaniment.fundedAction", subjectId: fundedActionId });
    return { fundedActionId };
  },
});

/** Takes it out of the choices, or puts it back; what belongs to it stays. */
export const archiveFundedAction = defineCommand({
  name: "accompaniment.fundedAction.archive",
  input: z.object({ fundedActionId: idText<"fundedAction">(), restored: ticked() }),
  async run(context, { fundedActionId, restored }): Promise<{ fundedActionId: FundedActionId } | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = maySetUpAccompaniment(actor);
    if (refusal) return refusal;
    if (!(await fundedActions(tx, organizationId)).some(({ id }) => id === fundedActionId)) {
      return refuse("missing", "fundedAction.missing");
    }
    await sql`update accompaniment.funded_action set archived_at = ${restored ? null : now}
      where organization_id = ${organizationId} and id = ${fundedActionId}`.execute(tx);
    context.audit({ subjectKind: "accompaniment.fundedAction", subjectId: fundedActionId });
    return { fundedActionId };
  },
});
