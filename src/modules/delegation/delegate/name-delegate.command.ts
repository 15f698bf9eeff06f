import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { holdersOf } from "#modules/membership/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText } from "#platform/field.ts";
import { findDelegation } from "../agreement/agreement.store.ts";
import { isOver, stateOf } from "../agreement/agreement.ts";
import { AGREEMENT_CHANGED } from "../agreement/carry-agreement.job.ts";
import type { DelegationRefusalCode } from "../delegation.fr.ts";
import { mayDelegate } from "../delegation.policy.ts";
import type { DelegationTables } from "../tables.ts";
import { closeAccesses, namedFor, withdrawNamings } from "./delegate.store.ts";

type Refused = Refusal<DelegationRefusalCode>;

/** Those of the support team who may be named: entrepreneurs are not the staff of a provider. */
export const NAMEABLE = ["accompagnateur", "accountant", "payroll", "direction", "administrator"] as const;

/** The provider's direction names somebody of its team: they may enter the client's house for this work. */
export const nameDelegate = defineCommand({
  name: "delegation.delegate.name",
  input: z.object({ agreementId: idText<"delegation">(), personId: idText<"person">() }),
  async run(context, { agreementId, personId }): Promise<{ delegateId: Id<"delegate"> } | Refused> {
    const { tx, organizationId, now, today } = context;
    const refusal = mayDelegate(context.actor);
    if (refusal) return refusal;
    const agreement = await findDelegation(tx, organizationId, agreementId, true);
    if (agreement === null || agreement.side !== "provider") return refuse("missing", "delegation.missing");
    const state = stateOf(agreement, today);
    if (state === "proposed" || isOver(state)) return refuse("conflict", "delegation.notSigned");
    const team = await holdersOf(tx, organizationId, NAMEABLE);
    if (!team.some((each) => each.personId === personId)) {
      return refuse("invalid", "delegation.notOfTeam", {}, "personId");
    }
    const named = await namedFor(tx, organizationId, agreementId);
    if (named.some((each) => each.personId === personId)) {
      return refuse("conflict", "delegation.alreadyNamed", {}, "personId");
    }
    const delegateId = context.id<"delegate">();
    await tx
      .withTables<DelegationTables>()
      .insertInto("delegation.naming")
      .values({
        ...{ organization_id: organizationId, id: delegateId, agreement_id: agreementId, person_id: personId },
        ...{ named_at: now, withdrawn_at: null },
      })
      .execute();
    context.audit({ subjectKind: "delegation.agreement", subjectId: agreementId, details: { personId, delegateId } });
    context.emit(AGREEMENT_CHANGED, { agreementId });
    return { delegateId };
  },
});

/** Closes the access of one person: the provider takes a name back, or the client shuts its door to them. */
export const closeDelegate = defineCommand({
  name: "delegation.delegate.close",
  input: z.object({ agreementId: idText<"delegation">(), delegateId: idText<"delegate">() }),
  async run(context, { agreementId, delegateId }): Promise<{ delegateId: Id<"delegate"> } | Refused> {
    const { tx, organizationId, now } = context;
    const refusal = mayDelegate(context.actor);
    if (refusal) return refusal;
    const agreement = await findDelegation(tx, organizationId, agreementId, true);
    if (agreement === null) return refuse("missing", "delegation.missing");
    const closed =
      agreement.side === "client"
        ? await closeAccesses(tx, organizationId, { agreementId, only: delegateId, now })
        : await withdrawNamings(tx, organizationId, { agreementId, ids: [delegateId], now });
    if (closed === 0) return refuse("missing", "delegation.delegateMissing");
    context.audit({ subjectKind: "delegation.agreement", subjectId: agreementId, details: { delegateId } });
    context.emit(AGREEMENT_CHANGED, { agreementId });
    return { delegateId };
  },
});
