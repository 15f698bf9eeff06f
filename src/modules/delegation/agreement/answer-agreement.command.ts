import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { personNames } from "#modules/membership/index.server.ts";
import { settleNotices } from "#modules/notification/index.server.ts";
import { defineCommand } from "#platform/command.ts";
import { idText, oneOf, optionalText } from "#platform/field.ts";
import { closeAccesses } from "../delegate/delegate.store.ts";
import type { DelegationRefusalCode } from "../delegation.fr.ts";
import { mayDelegate } from "../delegation.policy.ts";
import { findDelegation, updateAgreement } from "./agreement.store.ts";
import { isOver, stateOf } from "./agreement.ts";
import { AGREEMENT_CHANGED } from "./carry-agreement.job.ts";

type Answer = { agreementId: Id<"delegation"> } | Refusal<DelegationRefusalCode>;

/** The provider signs what was proposed, or declines it. Nothing is open before its signature. */
export const answerAgreement = defineCommand({
  name: "delegation.agreement.answer",
  input: z.object({ agreementId: idText<"delegation">(), answer: oneOf(["sign", "decline"]) }),
  async run(context, { agreementId, answer }): Promise<Answer> {
    const { tx, organizationId, actor, now, today } = context;
    const refusal = mayDelegate(actor);
    if (refusal) return refusal;
    const agreement = await findDelegation(tx, organizationId, agreementId, true);
    if (agreement === null || agreement.side !== "provider") return refuse("missing", "delegation.missing");
    if (stateOf(agreement, today) !== "proposed") return refuse("conflict", "delegation.answered");
    if (answer === "sign" && agreement.endsOn < today) return refuse("conflict", "delegation.over");
    const names = await personNames(tx, organizationId, [actor.personId]);
    const signed = { signedAt: now, signedBy: names.get(actor.personId) ?? "—" };
    await updateAgreement(tx, organizationId, { ...agreement, ...(answer === "sign" ? signed : { declinedAt: now }) });
    await settleNotices(context, { kind: "delegation.agreement", id: agreementId });
    context.audit({ subjectKind: "delegation.agreement", subjectId: agreementId, details: { answer } });
    context.emit(AGREEMENT_CHANGED, { agreementId });
    return { agreementId };
  },
});

/** Either side ends it, with its reason. In the client's house every access is closed in this very transaction. */
export const revokeAgreement = defineCommand({
  name: "delegation.agreement.revoke",
  input: z.object({ agreementId: idText<"delegation">(), reason: optionalText(1000) }),
  async run(context, { agreementId, reason }): Promise<Answer> {
    const { tx, organizationId, actor, now, today } = context;
    const refusal = mayDelegate(actor);
    if (refusal) return refusal;
    const agreement = await findDelegation(tx, organizationId, agreementId, true);
    if (agreement === null) return refuse("missing", "delegation.missing");
    if (isOver(stateOf(agreement, today))) return refuse("conflict", "delegation.over");
    if (agreement.signedAt !== null && reason === "") return refuse("invalid", "delegation.noReason", {}, "reason");
    const names = await personNames(tx, organizationId, [actor.personId]);
    const ended = { revokedAt: now, revokedBy: names.get(actor.personId) ?? "—", reason };
    await updateAgreement(tx, organizationId, { ...agreement, ...ended });
    const closed = await closeAccesses(tx, organizationId, { agreementId, now });
    await settleNotices(context, { kind: "delegation.agreement", id: agreementId });
    context.audit({ subjectKind: "delegation.agreement", subjectId: agreementId, details: { closed } });
    context.emit(AGREEMENT_CHANGED, { agreementId });
    return { agreementId };
  },
});
