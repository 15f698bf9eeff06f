/** Who may do what to a message: those who send the documents of its activity. */

import { type Actor, hasRole, seesActivity } from "#kernel/actor.ts";
import type { ActivityId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { SALES_STAFF } from "../staff.ts";
import type { OutgoingRefusal } from "./outgoing.ts";

/** Null when the actor may. Somebody who may not see the activity is told that the message does not exist. */
export function mayMail(actor: Actor, action: "read" | "retry", activityId: ActivityId): OutgoingRefusal | null {
  if (!seesActivity(actor, activityId)) return refuse("missing", "outgoing.missing");
  if (action === "read") return null;
  const staff = hasRole(actor, SALES_STAFF, activityId);
  return staff || actor.own.has(activityId) ? null : refuse("forbidden", "outgoing.notAllowed");
}
