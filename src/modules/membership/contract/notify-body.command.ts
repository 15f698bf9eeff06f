import { z } from "zod";
import type { Id } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { defineCommand } from "#platform/command.ts";
import { dayText, idText, oneOf } from "#platform/field.ts";
import { replaceFact } from "../history/fact.store.ts";
import { lockPerson } from "../person/name.store.ts";
import type { ContractRefusalCode } from "./contract.fr.ts";
import { mayRecordContract } from "./contract.policy.ts";
import { findContract } from "./contract.store.ts";

/** Who is told that a CAPE was concluded (C. trav. R5142-1 and following). */
export const NOTICE_BODIES = ["urssaf", "france_travail"] as const;

/** Notes on which day a body was told of a CAPE and of its foreseen end; noted again, the day is corrected. */
export const notifyBody = defineCommand({
  name: "membership.contract.notify",
  input: z.object({ contractId: idText<"contract">(), body: oneOf(NOTICE_BODIES), on: dayText() }),
  async run(context, { contractId, body, on }): Promise<{ contractId: Id<"contract"> } | Refusal<ContractRefusalCode>> {
    const { tx, organizationId, actor, today } = context;
    const refusal = mayRecordContract(actor);
    if (refusal) return refusal;
    const contract = await findContract(tx, organizationId, contractId);
    if (contract === null) return refuse("missing", "contract.missing");
    if (contract.cancelledAt !== null) return refuse("conflict", "contract.cancelledAlready");
    if (contract.kind !== "cape") return refuse("invalid", "contract.noNotice");
    if (on > today) return refuse("invalid", "contract.noticeFuture", {}, "on");
    const { personId } = contract;
    await lockPerson(tx, organizationId, personId);
    const said = { dimension: `notice_${body}`, subjectId: contractId, effectOn: on, value: on };
    await replaceFact(context, { personId, ...said, reason: "contract.noticed" });
    context.audit({ subjectKind: "membership.contract", subjectId: contractId, details: { body, on } });
    return { contractId };
  },
});
