import { type Day, firstDayOf, type Month, monthOf, monthsFrom } from "#kernel/day.ts";
import type { ActivityId, OrganizationId } from "#kernel/id.ts";
import { ZERO } from "#kernel/money.ts";
import { customerEvents, movementsOfActivities } from "#modules/ledger/index.server.ts";
import type { Tx } from "#platform/database/database.ts";
import type { ContributionSettings } from "../settings.ts";
import { type Collected, collectedByMonth } from "./collected.ts";
import { type ActivityMonth, activityMonth, prefixesOf } from "./month-figures.ts";

export type FiguresQuery = {
  readonly organizationId: OrganizationId;
  readonly activities: "all" | readonly ActivityId[];
  readonly from: Month;
  /** The last day counted: a month under way is counted up to it. */
  readonly until: Day;
  /** Whether a rule asks for collected sales: they need the whole history of customers. */
  readonly collected: boolean;
};

export type Figures = ReadonlyMap<ActivityId, ReadonlyMap<Month, ActivityMonth>>;

/** The months of activities, read from the ledger. Activities and months without movement are absent. */
export async function figuresOf(tx: Tx, query: FiguresQuery, settings: ContributionSettings): Promise<Figures> {
  const { organizationId, activities, until } = query;
  const scope = { organizationId, activities, until };
  const movements = await movementsOfActivities(tx, {
    ...scope,
    from: firstDayOf(query.from),
    prefixes: prefixesOf(settings),
  });
  const events = query.collected ? await customerEvents(tx, { ...scope, accounts: settings }) : [];
  const byActivity = Map.groupBy(movements, (movement) => movement.activityId);
  const eventsOf = Map.groupBy(events, (event) => event.activityId);
  const all = new Map<ActivityId, Map<Month, ActivityMonth>>();
  for (const activityId of new Set([...byActivity.keys(), ...eventsOf.keys()])) {
    const byMonth = Map.groupBy(byActivity.get(activityId) ?? [], (movement) => movement.month);
    const collected = collectedByMonth(eventsOf.get(activityId) ?? []);
    const months = new Map<Month, ActivityMonth>();
    for (const month of monthsFrom(query.from, monthOf(until))) {
      const own = byMonth.get(month);
      const received = collected.get(month);
      if (own || received) months.set(month, activityMonth(month, own ?? [], received ?? NOTHING, settings));
    }
    all.set(activityId, months);
  }
  return all;
}

const NOTHING: Collected = { sales: ZERO, deposits: ZERO };
