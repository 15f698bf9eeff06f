import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { optionalText, requiredText, ticked } from "#platform/field.ts";
import { mayKeepIntake } from "../candidate/candidate.policy.ts";
import { intakeOf } from "./intake.store.ts";
import { reasonsIn } from "./intake.ts";

/** Opens or closes the public page, and says what it tells and asks. A text of consent that changes is a new version. */
export const saveIntake = defineCommand({
  name: "parcours.intake.save",
  input: z.object({
    version: z.coerce.number("field.other").int("field.other").min(0, "field.other"),
    open: ticked(),
    introduction: optionalText(4000),
    consentFrench: requiredText(4000),
    consentEnglish: optionalText(4000),
    refusalReasons: optionalText(4000).transform(reasonsIn),
  }),
  async run(context, input): Promise<{ open: boolean } | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayKeepIntake(actor);
    if (refusal) return refusal;
    const reasons = JSON.stringify(input.refusalReasons);
    const saved = await sql`insert into parcours.intake (organization_id, open, introduction, refusal_reasons)
      select ${organizationId}, ${input.open}, ${input.introduction}, ${reasons}::jsonb where ${input.version}::integer = 0
      on conflict do nothing`.execute(tx);
    if (saved.numAffectedRows === 0n) {
      const changed = await sql`update parcours.intake set open = ${input.open}, introduction = ${input.introduction},
          refusal_reasons = ${reasons}::jsonb, version = version + 1
        where organization_id = ${organizationId} and version = ${input.version}`.execute(tx);
      if (changed.numAffectedRows === 0n) return refuse("conflict", "intake.changedMeanwhile");
    }
    const { consent } = await intakeOf(tx, organizationId);
    if (consent?.french !== input.consentFrench || consent.english !== input.consentEnglish) {
      await sql`insert into parcours.consent_text (organization_id, version, french, english, recorded_at, recorded_by)
        values (${organizationId}, ${(consent?.version ?? 0) + 1}, ${input.consentFrench}, ${input.consentEnglish}, ${now},
          ${actor.personId})`.execute(tx);
    }
    context.audit({ subjectKind: "parcours.intake", subjectId: organizationId, details: { open: input.open } });
    return { open: input.open };
  },
});
