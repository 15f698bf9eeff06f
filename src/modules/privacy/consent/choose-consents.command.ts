import { z } from "zod";
import { isRefusal, type Refusal } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { oneOf } from "#platform/field.ts";
import type { ConsentRefusalCode } from "./consent.fr.ts";
import { mayAnswer } from "./consent.policy.ts";
import { recordConsent } from "./consent.store.ts";
import { PURPOSES } from "./consent.ts";

/** Says what one agrees to among what was asked; what is not ticked is refused, or withdrawn. */
export const chooseConsents = defineCommand({
  name: "privacy.consent.choose",
  input: z.object({
    asked: z.array(oneOf(PURPOSES)),
    agreed: z.array(oneOf(PURPOSES)),
  }),
  async run(context, { asked, agreed }): Promise<{ changed: number } | Refusal<ConsentRefusalCode>> {
    const { personId } = context.actor;
    const refusal = mayAnswer(context.actor, personId);
    if (refusal) return refusal;
    const changes: Record<string, boolean> = {};
    for (const purpose of asked) {
      const answer = await recordConsent(context, { personId, purpose, agreed: agreed.includes(purpose) });
      if (isRefusal(answer)) return answer;
      if (answer !== null) changes[purpose] = answer.agreed;
    }
    context.audit({ subjectKind: "membership.person", subjectId: personId, details: { consents: changes } });
    return { changed: Object.keys(changes).length };
  },
});
