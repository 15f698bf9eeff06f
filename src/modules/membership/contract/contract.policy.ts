import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { ContractRefusalCode } from "./contract.fr.ts";

/** Who records, ends and cancels contracts: payroll, direction and administration, for the whole cooperative. */
export function mayRecordContract(actor: Actor): Refusal<ContractRefusalCode> | null {
  return hasGeneralRole(actor, ["payroll", "direction", "administrator"])
    ? null
    : refuse("forbidden", "contract.notAllowed");
}
