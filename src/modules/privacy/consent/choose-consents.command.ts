import { z } from "zod";
import { isRefusal, type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { oneOf } from "#platform/field.ts";
import type { ConsentRefusalCode } from "./consent.fr.ts";
import { mayAnswer } from "./consent.policy.ts";
import { recordConsent, wordingOf } from "./consent.store.ts";
import { PURPOSES } from "./consent.ts";

/** Says what one agrees to among what was asked; what is not ticked is refused, or withdrawn. */
export const chooseConsents = defineCommand({
  name: "privacy.consent.choose",
  input: z.object({
    /** What was shown, with the version of its words. */
    asked: z.array(z.object({ purpose: oneOf(PURPOSES), version: z.coerce.number("field.other").int("field.other") })),
    agreed: z.array(oneOf(PURPOSES)),
  }),
  async run(context, { asked, agreed }): Promise<{ changed: number } | Refusal<ConsentRefusalCode>> {
    const { personId } = context.actor;
    const refusal = mayAnswer(context.actor, personId);
    if (refusal) return refusal;
    const changes: Record<string, boolean> = {};
    for (const { purpose, version } of asked) {
      // An answer is to the words that were read.
      const wording = await wordingOf(context.tx, context.organizationId, purpose);
      if (Math.max(1, wording.version) !== Math.max(1, version)) return refuse("conflict", "consent.wordsChanged");
      const answer = await recordConsent(context, { personId, purpose, agreed: agreed.includes(purpose) });
      if (isRefusal(answer)) return answer;
      if (answer !== null) changes[purpose] = answer.agreed;
    }
    context.audit({ subjectKind: "membership.person", subjectId: personId, details: { consents: changes } });
    return { changed: Object.keys(changes).length };
  },
});
