/** Who may do what to the catalogue of an activity: those who keep its customers. */

import { type Actor, hasRole, seesActivity } from "#kernel/actor.ts";
import type { ActivityId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { SALES_STAFF } from "../staff.ts";
import type { ProductRefusal } from "./product.ts";

/** Null when the actor may. Somebody who may not see the activity is told that the article does not exist. */
export function mayProduct(actor: Actor, action: "read" | "edit", activityId: ActivityId): ProductRefusal | null {
  if (!seesActivity(actor, activityId)) return refuse("missing", "product.missing");
  if (action === "read") return null;
  const staff = hasRole(actor, SALES_STAFF, activityId);
  return staff || actor.own.has(activityId) ? null : refuse("forbidden", "product.notAllowed");
}
