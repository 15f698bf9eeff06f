/** Which of their activities a person is looking at: a choice of this device, never a right. */
import type { Actor } from "#kernel/actor.ts";
import { type ActivityId, parseId } from "#kernel/id.ts";

/** The cookie is bound to the cooperative's path, so two cooperatives never share a choice. */
export function activityChoice(slug: string, activityId: ActivityId): string {
  return `activite=${activityId}; Path=/${slug}; Max-Age=31536000; HttpOnly; SameSite=Lax`;
}

/** The chosen activity when the actor (still) takes part in it, else their first one; null for those who have none. */
export function currentActivity(cookieHeader: string | null, actor: Actor): ActivityId | null {
  const chosen = parseId<"activity">(/(?:^|;\s*)activite=([^;]+)/.exec(cookieHeader ?? "")?.[1]);
  if (chosen !== null && actor.own.has(chosen)) return chosen;
  return [...actor.own.keys()].sort()[0] ?? null;
}
