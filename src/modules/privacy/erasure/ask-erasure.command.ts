import { sql } from "kysely";
import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { lockPerson } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, optionalDay } from "#platform/field.ts";
import type { ErasureRefusalCode } from "./erasure.fr.ts";
import { mayAskErasure } from "./erasure.policy.ts";
import { closeRequest, heldOf, requestsOf } from "./erasure.store.ts";

type Refused = Refusal<ErasureRefusalCode>;

/** Asks to be forgotten (RGPD art. 17), for oneself or from a letter; the cooperative answers within a month. */
export const askErasure = defineCommand({
  name: "privacy.erasure.ask",
  input: z.object({ personId: idText<"person">(), askedOn: optionalDay() }),
  async run(context, { personId, askedOn }): Promise<{ personId: string } | Refused> {
    const { tx, organizationId, actor, now, today } = context;
    const refusal = mayAskErasure(actor, personId);
    if (refusal) return refusal;
    if (!(await lockPerson(tx, organizationId, personId))) return refuse("missing", "erasure.personMissing");
    const on = askedOn ?? today;
    if (on > today) return refuse("invalid", "erasure.askedLater", {}, "askedOn");
    if ((await heldOf(tx, organizationId, personId, today))?.erased) return refuse("conflict", "erasure.already");
    const waiting = (await requestsOf(tx, organizationId, personId)).some(({ outcome }) => outcome === null);
    if (waiting) return refuse("conflict", "erasure.asked");
    await sql`insert into privacy.erasure_request (organization_id, id, person_id, asked_on, recorded_at, recorded_by)
      values (${organizationId}, ${context.id()}, ${personId}, ${on}, ${now}, ${actor.personId})`.execute(tx);
    context.audit({ subjectKind: "membership.person", subjectId: personId, details: { askedOn: on } });
    return { personId };
  },
});

/** Takes the request back, before anything was erased. */
export const withdrawErasure = defineCommand({
  name: "privacy.erasure.withdraw",
  input: z.object({ personId: idText<"person">() }),
  async run(context, { personId }): Promise<{ personId: string } | Refused> {
    const { tx, organizationId, actor, now } = context;
    const refusal = mayAskErasure(actor, personId);
    if (refusal) return refusal;
    if (!(await lockPerson(tx, organizationId, personId))) return refuse("missing", "erasure.personMissing");
    const closed = await closeRequest(tx, organizationId, personId, "withdrawn", actor.personId, now);
    if (!closed) return refuse("conflict", "erasure.notAsked");
    context.audit({ subjectKind: "membership.person", subjectId: personId });
    return { personId };
  },
});
