import { visibleActivities } from "#kernel/actor.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { readSort } from "#ui/url.ts";
import { statusOfActivity } from "./activity.ts";
import { listActivities } from "./activity-detail.store.ts";

/**
 * The activities that one may see: one's own, or those that one's support roles reach. As an address asks for them
 * (?etat=fermees&tri=code): the same for the page and for its file.
 */
export async function listedActivities({ tx, actor, organizationId, today }: Reader, search: string) {
  const closed = new URLSearchParams(search).get("etat") === "fermees";
  const all = await listActivities(tx, organizationId, visibleActivities(actor), today);
  const activities = all
    .map((activity) => ({ ...activity, status: statusOfActivity(activity, today) }))
    .filter((activity) => (activity.status === "closed") === closed);
  const sort = readSort(search);
  const key = sort?.key;
  if (key === "code" || key === "trade") activities.sort((a, b) => a[key].localeCompare(b[key], "fr"));
  if (sort?.descending) activities.reverse();
  return { activities, closed };
}
