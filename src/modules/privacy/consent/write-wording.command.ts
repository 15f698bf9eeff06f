import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { oneOf, optionalText, requiredText, ticked } from "#platform/field.ts";
import { mayKeepPrivacy } from "../access/access.policy.ts";
import type { ConsentRefusalCode } from "./consent.fr.ts";
import { wordingOf, writeHouseWording } from "./consent.store.ts";
import { PURPOSES } from "./consent.ts";

/**
 * Writes the next version of the words of a consent; those that people read stay. When they change what is agreed to, whoever
 * agreed before is asked again, and counts as a no until then (RGPD art. 4.11: a consent is to what was read).
 */
export const writeWording = defineCommand({
  name: "privacy.consent.word",
  input: z.object({
    purpose: oneOf(PURPOSES),
    /** The version that was read; 0 for the house's. */
    version: z.coerce.number("field.other").int("field.other").min(0, "field.other"),
    french: requiredText(2000),
    english: optionalText(2000),
    asksAgain: ticked(),
  }),
  async run(context, input): Promise<{ version: number } | Refusal<ConsentRefusalCode> | Refusal> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayKeepPrivacy(actor);
    if (refusal) return refusal;
    const { purpose, french, english, asksAgain } = input;
    const standing = await wordingOf(tx, organizationId, purpose);
    if (standing.version !== input.version) return refuse("conflict", "consent.changedMeanwhile");
    if (standing.french === french && standing.english === english && !asksAgain) {
      return refuse("invalid", "consent.sameWords", {}, "french");
    }
    await writeHouseWording(context, purpose, standing);
    const version = Math.max(1, standing.version) + 1;
    const saved = await sql`insert into privacy.consent_wording
        (organization_id, purpose, version, french, english, asks_again, recorded_at, recorded_by)
      values (${organizationId}, ${purpose}, ${version}, ${french}, ${english}, ${asksAgain}, ${now}, ${actor.personId})
      on conflict do nothing`.execute(tx);
    if (saved.numAffectedRows === 0n) return refuse("conflict", "consent.changedMeanwhile");
    context.audit({ subjectKind: "privacy.consent", subjectId: purpose, details: { version, asksAgain } });
    return { version };
  },
});
