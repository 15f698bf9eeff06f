/** What a page of the books shows: asked for by its address, cut to what the person may read. */

import type { Actor } from "#kernel/actor.ts";
import { type ActivityId, parseId } from "#kernel/id.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import type { fr } from "../entry/entry.fr.ts";
import { readScope } from "../ledger.policy.ts";

/** Whose lines: the whole cooperative, some activities, or the shared services (null). */
export type LineScope = "all" | readonly ActivityId[] | null;

export type NamedActivity = { readonly id: ActivityId; readonly name: string };

export type AskedScope = {
  readonly scope: LineScope;
  readonly activityId: ActivityId | null;
  /** The person reads the shared services too. */
  readonly everything: boolean;
};

/** The activities whose books somebody may read, as the filter of their names. */
export function readableActivities(actor: Actor): "all" | ReadonlySet<ActivityId> {
  const may = readScope(actor);
  return may === "all" || may === "activities" ? "all" : new Set(may);
}

/**
 * `?activite=` an activity, `commun` the shared services, nothing: all that the person may read. Another activity's
 * books do not exist for those who may not read them.
 */
export function askedScope(
  actor: Actor,
  asked: string,
  activities: readonly NamedActivity[],
): AskedScope | Refusal<keyof typeof fr.refusals> {
  const everything = readScope(actor) === "all";
  if (asked === "commun") {
    return everything ? { scope: null, activityId: null, everything } : refuse("missing", "entry.missing");
  }
  if (asked === "") {
    return { scope: everything ? "all" : activities.map((activity) => activity.id), activityId: null, everything };
  }
  const activityId = parseId<"activity">(asked) as ActivityId | null;
  if (activityId === null || !activities.some((activity) => activity.id === activityId)) {
    return refuse("missing", "entry.missing");
  }
  return { scope: [activityId], activityId, everything };
}
