/** Who may remind customers: those who send the documents of the activity. */

import { type Actor, hasRole, seesActivity } from "#kernel/actor.ts";
import type { ActivityId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { SALES_STAFF } from "../staff.ts";
import type { ReminderRefusal } from "./reminder.ts";

/** Null when the actor may. Somebody who may not see the activity is told that the customer does not exist. */
export function mayRemind(
  actor: Actor,
  action: "read" | "send" | "pause",
  activityId: ActivityId,
): ReminderRefusal | null {
  if (!seesActivity(actor, activityId)) return refuse("missing", "reminder.missing");
  if (action === "read") return null;
  const staff = hasRole(actor, SALES_STAFF, activityId);
  return staff || actor.own.has(activityId) ? null : refuse("forbidden", "reminder.notAllowed");
}
