/** Who may ask what an activity can pay: the person, and the staff who advise or pay them. */
import { type Actor, hasRole } from "#kernel/actor.ts";
import type { ActivityId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import type { PayRefusal } from "./pay-parameters.ts";

/** Null when the actor may. Others are told that there is no such activity. */
export function maySimulatePay(actor: Actor, activityId: ActivityId): PayRefusal | null {
  const advises = hasRole(actor, ["payroll", "accompagnateur", "accountant", "direction"], activityId);
  return advises || actor.own.has(activityId) ? null : refuse("missing", "pay.noActivity");
}
