import { type Actor, hasGeneralRole, hasRole, type SupportRole, seesActivity } from "#kernel/actor.ts";
import type { ActivityId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { ActivityRefusalCode } from "./activity.fr.ts";

export type ActivityAction =
  | "read"
  /** Name, trade. */
  | "update"
  /** What its documents show: contact, colour, foot of page. */
  | "present"
  /** Who takes part, and what they may do alone. */
  | "share"
  | "close";

const SUPPORT: readonly SupportRole[] = ["accompagnateur", "direction", "administrator"];

/** Who opens an activity: business support, direction and administration, for the whole cooperative. */
export function mayOpenActivity(actor: Actor): Refusal<ActivityRefusalCode> | null {
  return hasGeneralRole(actor, SUPPORT) ? null : refuse("forbidden", "activity.notAllowed");
}

/** An activity out of reach does not exist for the actor. Its own people may present it; support does the rest. */
export function mayActivity(
  actor: Actor,
  action: ActivityAction,
  activityId: ActivityId,
): Refusal<ActivityRefusalCode> | null {
  if (!seesActivity(actor, activityId)) return refuse("missing", "activity.missing");
  const allowed = {
    read: true,
    present: actor.own.has(activityId) || hasRole(actor, SUPPORT, activityId),
    update: hasRole(actor, SUPPORT, activityId),
    share: hasRole(actor, SUPPORT, activityId),
    close: hasGeneralRole(actor, SUPPORT),
  }[action];
  return allowed ? null : refuse("forbidden", "activity.notAllowed");
}
