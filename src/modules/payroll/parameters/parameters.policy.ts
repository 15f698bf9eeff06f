/** Who sets what a pay costs: those who make the payslips, direction and administration, over the whole cooperative. */
import { type Actor, hasGeneralRole } from "#kernel/actor.ts";
import { refuse } from "#kernel/refusal.ts";
import type { PayRefusal } from "../simulation/pay-parameters.ts";

export function maySetPayParameters(actor: Actor): PayRefusal | null {
  return hasGeneralRole(actor, ["payroll", "direction", "administrator"])
    ? null
    : refuse("forbidden", "pay.parametersNotAllowed");
}
