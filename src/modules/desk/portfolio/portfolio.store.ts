import { addMonths, type Day } from "#kernel/day.ts";
import type { ActivityId, PersonId } from "#kernel/id.ts";
import { add, type Cents, ZERO } from "#kernel/money.ts";
import {
  ACCOMPANYING,
  accompanimentSettings,
  listedDeadlines,
  meetingsOf,
  overdueTasks,
} from "#modules/accompaniment/index.server.ts";
import { moneyByActivity } from "#modules/ledger/index.server.ts";
import { contractsInReach, reachedPersons, runningActivities } from "#modules/membership/index.server.ts";
import { lastIssueDays } from "#modules/sales/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";
import { needOf, type Reason, reasonsOf } from "./portfolio.ts";

export type PortfolioRow = {
  readonly personId: PersonId;
  readonly name: string;
  readonly site: string;
  readonly followerId: PersonId | null;
  readonly follower: string;
  readonly activities: string;
  readonly lastMeeting: Day | null;
  readonly nextMeeting: Day | null;
  readonly reasons: readonly Reason[];
};

/** Months over which a treasury is said to fall. */
const FALL_MONTHS = 3;

/** The persons whom this reader accompanies, those who need them first. One only when `only` says so. */
export async function portfolioOf(reader: Reader, only: PersonId | null = null): Promise<PortfolioRow[]> {
  const { tx, actor, organizationId, today, now, timeZone } = reader;
  const everybody = await reachedPersons(tx, actor, ACCOMPANYING);
  const contracts = new Map((await contractsInReach(tx, actor, today)).map((row) => [row.personId, row.contracts]));
  const ids = everybody.map(({ personId }) => personId).filter((personId) => only === null || personId === only);
  const activities = await runningActivities(tx, organizationId, ids, today);
  const isCurrent = (personId: PersonId) =>
    activities.has(personId) ||
    (contracts.get(personId) ?? []).some(({ startsOn, endsOn }) => startsOn <= today && (endsOn ?? today) >= today);
  const persons = everybody.filter(({ personId }) => (only === null ? isCurrent(personId) : personId === only));
  const own = [...new Set([...activities.values()].flat().map(({ activityId }) => activityId))];
  const issued = await lastIssueDays(tx, organizationId, own);
  const money = await moneyByActivity(tx, organizationId, own, today);
  const before = await moneyByActivity(tx, organizationId, own, addMonths(today, -FALL_MONTHS));
  const meetings = await meetingsOf(tx, organizationId, ids, now, timeZone);
  const tasks = await overdueTasks(tx, organizationId, ids, today);
  const deadlines = Map.groupBy((await listedDeadlines(reader, "")).rows, ({ personId }) => personId);
  const patience = await accompanimentSettings(tx, organizationId);
  const sum = (of: ReadonlyMap<ActivityId, Cents>, mine: readonly ActivityId[]) =>
    mine.reduce((total, id) => add(total, of.get(id) ?? ZERO), ZERO);
  return persons
    .map((person): PortfolioRow => {
      const mine = activities.get(person.personId) ?? [];
      const activityIds = mine.map(({ activityId }) => activityId);
      const met = meetings.get(person.personId);
      const since = contracts.get(person.personId)?.[0]?.startsOn ?? mine[0]?.startsOn ?? null;
      const days = activityIds.flatMap((id) => issued.get(id) ?? []).sort();
      const reasons = reasonsOf(
        {
          since,
          lastMeeting: met?.last ?? null,
          nextMeeting: met?.next ?? null,
          overdueTasks: tasks.get(person.personId) ?? 0,
          deadlines: deadlines.get(person.personId) ?? [],
          activity: mine[0] === undefined ? null : { since: mine[0].startsOn, lastInvoice: days.at(-1) ?? null },
          money: mine.length === 0 ? null : { now: sum(money, activityIds), before: sum(before, activityIds) },
        },
        patience,
        today,
      );
      return {
        ...person,
        activities: mine.map(({ name }) => name).join(", "),
        lastMeeting: met?.last ?? null,
        nextMeeting: met?.next ?? null,
        reasons,
      };
    })
    .sort((a, b) => needOf(b.reasons) - needOf(a.reasons));
}
