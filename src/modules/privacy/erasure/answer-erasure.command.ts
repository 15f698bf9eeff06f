import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { lockPerson } from "#modules/membership/index.server.ts";
import { notify } from "#modules/notification/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, requiredText } from "#platform/field.ts";
import { ERASURE_ANSWERED } from "../topics.ts";
import type { ErasureRefusalCode } from "./erasure.fr.ts";
import { mayErase } from "./erasure.policy.ts";
import { closeRequest, heldOf } from "./erasure.store.ts";

/**
 * Answers somebody who is still in the cooperative that all is kept, and why (RGPD art. 12.4 and 17.3): nothing is erased, and
 * nothing will be by itself when they leave. They may ask again.
 */
export const answerErasure = defineCommand({
  name: "privacy.erasure.keep",
  input: z.object({ personId: idText<"person">(), answer: requiredText(2000) }),
  async run(context, { personId, answer }): Promise<{ personId: string } | Refusal<ErasureRefusalCode>> {
    const { tx, organizationId, actor, now, today } = context;
    const refusal = mayErase(actor);
    if (refusal) return refusal;
    if (!(await lockPerson(tx, organizationId, personId))) return refuse("missing", "erasure.personMissing");
    const state = await heldOf(tx, organizationId, personId, today);
    if (state?.leftOn !== null) return refuse("conflict", "erasure.hasLeft");
    if (!(await closeRequest(tx, organizationId, personId, "kept", actor.personId, now, answer))) {
      return refuse("conflict", "erasure.notAsked");
    }
    await notify(context, {
      ...{ to: personId, topic: ERASURE_ANSWERED, path: "mes-donnees" },
      subject: { kind: "membership.person", id: personId },
    });
    context.audit({ subjectKind: "membership.person", subjectId: personId });
    return { personId };
  },
});
