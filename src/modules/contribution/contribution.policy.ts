/** Who may do what about the contribution. Rules are voted by everybody, so every member reads them. */
import { type Actor, hasGeneralRole, seesActivity } from "#kernel/actor.ts";
import type { ActivityId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { fr } from "./contribution.fr.ts";

export type ContributionRefusal = Refusal<keyof typeof fr.refusals>;

/** Null when the actor may adopt rules, grant waivers and post months: accountants, direction, general administrators. */
export function mayManage(actor: Actor): ContributionRefusal | null {
  return hasGeneralRole(actor, ["accountant", "direction", "administrator"])
    ? null
    : refuse("forbidden", "contribution.notAllowed");
}

/** Null when the actor may read the contribution of an activity: its own people, and whoever follows it. */
export function mayRead(actor: Actor, activityId: ActivityId): ContributionRefusal | null {
  return seesActivity(actor, activityId) ? null : refuse("missing", "contribution.noActivity");
}
