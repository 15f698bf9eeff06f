/** Who opens and closes the customer's page of a document: those who may send it. */
import { type Actor, hasRole, seesActivity } from "#kernel/actor.ts";
import type { ActivityId } from "#kernel/id.ts";
import { refuse } from "#kernel/refusal.ts";
import { SALES_STAFF } from "../staff.ts";
import type { LinkRefusal } from "./document-link.ts";

export function mayLink(actor: Actor, activityId: ActivityId): LinkRefusal | null {
  if (!seesActivity(actor, activityId)) return refuse("missing", "link.documentMissing");
  const staff = hasRole(actor, SALES_STAFF, activityId);
  return staff || actor.own.has(activityId) ? null : refuse("forbidden", "link.notAllowed");
}
