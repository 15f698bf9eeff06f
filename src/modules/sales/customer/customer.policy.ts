/** Who may do what to the customers and the catalogue of an activity. */

import { type Actor, hasRole, seesActivity } from "#kernel/actor.ts";
import type { ActivityId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { SALES_STAFF } from "../staff.ts";
import type { CustomerRefusal } from "./customer.ts";

export type CustomerAction = "read" | "create" | "edit" | "archive" | "import" | "export";

/**
 * Null when the actor may. Those who take part in the activity keep its customers, and so does the staff that reaches
 * it; payroll staff reads. Somebody who may not see the activity is told that the customer does not exist.
 */
export function mayCustomer(actor: Actor, action: CustomerAction, activityId: ActivityId): CustomerRefusal | null {
  if (!seesActivity(actor, activityId)) return refuse("missing", "customer.missing");
  if (action === "read" || action === "export") return null;
  const staff = hasRole(actor, SALES_STAFF, activityId);
  return staff || actor.own.has(activityId) ? null : refuse("forbidden", "customer.notAllowed");
}
