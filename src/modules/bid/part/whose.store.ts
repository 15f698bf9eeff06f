import type { Actor } from "#kernel/actor.ts";
import type { Day } from "#kernel/day.ts";
import type { ActivityId } from "#kernel/id.ts";
import { activitiesOf } from "#modules/membership/index.server.ts";
import { seatsOf } from "#modules/network/index.server.ts";
import { SALES_STAFF } from "#modules/sales/index.server.ts";
import type { Tx } from "#platform/database/database.ts";

/** What a form offers: the activities of one's own, or the structure for which one speaks in a network. */
export async function choicesOf(tx: Tx, actor: Actor, today: Day) {
  const { organizationId, personId } = actor;
  if (actor.house === "network") {
    const [seat] = await seatsOf(tx, organizationId, personId, today);
    return { network: true, activities: [], structure: seat?.structureName ?? "" };
  }
  const own = await activitiesOf(tx, organizationId, actor.own.size > 0 ? new Set(actor.own.keys()) : supported(actor));
  return {
    network: false,
    activities: own.map(({ id, name }) => ({ value: id as string, label: name })),
    structure: "",
  };
}

/** The activities for which the support team sells. */
function supported(actor: Actor): "all" | ReadonlySet<ActivityId> {
  const grants = actor.grants.filter(({ role }) => SALES_STAFF.includes(role));
  if (grants.some(({ reach }) => reach === "all")) return "all";
  return new Set(grants.flatMap(({ reach }) => (reach === "all" ? [] : [...reach])));
}

export type Choices = Awaited<ReturnType<typeof choicesOf>>;
