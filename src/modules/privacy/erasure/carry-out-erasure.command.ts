import { z } from "zod";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { lockPerson } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import { eraseCandidacy, erasePerson, lockErasing, recordErasure } from "../retention/run-retention.store.ts";
import { erasableCandidate } from "./candidate.store.ts";
import type { ErasureRefusalCode } from "./erasure.fr.ts";
import { mayErase } from "./erasure.policy.ts";
import { closeRequest, heldOf } from "./erasure.store.ts";
import { planOf } from "./erasure.ts";

type Refused = Refusal<ErasureRefusalCode>;

/** Erases what may be of somebody who asked; what the law keeps goes on its day, without being asked for again. */
export const carryOutErasure = defineCommand({
  name: "privacy.erasure.carryOut",
  input: z.object({ personId: idText<"person">() }),
  async run(context, { personId }): Promise<{ erased: number; kept: number } | Refused> {
    const { tx, organizationId, actor, now, today } = context;
    const refusal = mayErase(actor);
    if (refusal) return refusal;
    await lockErasing(context);
    if (!(await lockPerson(tx, organizationId, personId))) return refuse("missing", "erasure.personMissing");
    const state = await heldOf(tx, organizationId, personId, today);
    if (state === null) return refuse("missing", "erasure.personMissing");
    if (state.erased) return refuse("conflict", "erasure.already");
    if (state.leftOn === null) return refuse("conflict", "erasure.stillHere");
    if (!(await closeRequest(tx, organizationId, personId, "done", actor.personId, now))) {
      return refuse("conflict", "erasure.notAsked");
    }
    const plan = planOf(state.leftOn, state.held, today);
    let erased = 0;
    for (const { category, state } of plan) {
      if (state !== "now" || !(await erasePerson(context, category, personId))) continue;
      await recordErasure(context, { category, cause: "request", count: 1, months: null });
      erased += 1;
    }
    const kept = plan.filter(({ state }) => state === "later").map(({ category, on }) => ({ category, on }));
    context.audit({ subjectKind: "membership.person", subjectId: personId, details: { erased, kept } });
    return { erased, kept: kept.length };
  },
});

/** Forgets somebody who asked and never joined. What they merged with goes too. */
export const eraseCandidate = defineCommand({
  name: "privacy.candidacy.erase",
  input: z.object({ candidateId: idText<"candidate">() }),
  async run(context, { candidateId }): Promise<{ candidateId: string } | Refused> {
    const { tx, organizationId } = context;
    const refusal = mayErase(context.actor);
    if (refusal) return refuse("missing", "erasure.candidateMissing");
    await lockErasing(context);
    const found = await erasableCandidate(tx, organizationId, candidateId, true);
    if (found === null) return refuse("missing", "erasure.candidateMissing");
    if (found.joined) return refuse("conflict", "erasure.joined");
    if (found.erased || !(await eraseCandidacy(context, candidateId))) return refuse("conflict", "erasure.already");
    await recordErasure(context, { category: "candidacy", cause: "request", count: 1, months: null });
    context.audit({ subjectKind: "parcours.candidate", subjectId: candidateId });
    return { candidateId };
  },
});
