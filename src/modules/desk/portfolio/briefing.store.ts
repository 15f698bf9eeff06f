import { addMonths, type Day, firstDayOf, monthOf, monthsFrom, toDay, yearOf } from "#kernel/day.ts";
import type { ActivityId, PersonId } from "#kernel/id.ts";
import { type Cents, ZERO } from "#kernel/money.ts";
import { attendedMinutes, lastReports, listTasks, namedTasks } from "#modules/accompaniment/index.server.ts";
import { movementsByMonth } from "#modules/ledger/index.server.ts";
import { contactsOf, contractsOf, runningActivities } from "#modules/membership/index.server.ts";
import { listInvoices, receivables } from "#modules/sales/index.server.ts";
import { availableOf } from "#modules/treasury/index.server.ts";
import type { Reader } from "#platform/http/tenant.ts";

/** Everything about one person in the order in which somebody who accompanies them reads it. */
export async function briefingOf(reader: Reader, personId: PersonId) {
  const { tx, organizationId, today } = reader;
  const [contact] = await contactsOf(tx, organizationId, [personId]);
  const contracts = await contractsOf(tx, organizationId, personId);
  const standing = contracts.filter(({ cancelledAt }) => cancelledAt === null);
  const activities = (await runningActivities(tx, organizationId, [personId], today)).get(personId) ?? [];
  const tasks = await listTasks(tx, { organizationId, personIds: [personId], done: false, limit: 20 });
  const [first, last] = [toDay(`${yearOf(today)}-01-01`), toDay(`${yearOf(today)}-12-31`)];
  const minutes = await attendedMinutes(tx, organizationId, [personId], first, last);
  return {
    email: contact?.email ?? "",
    contracts: standing
      .filter(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today))
      .map(({ id, kind, startsOn, endsOn }) => ({ id: id as string, kind, startsOn, endsOn })),
    activities: activities.map(({ activityId, name }) => ({ id: activityId as string, name })),
    money:
      activities.length === 0
        ? null
        : await moneyOf(
            reader,
            activities.map(({ activityId }) => activityId),
          ),
    tasks: await namedTasks(reader, tasks),
    reports: await lastReports(reader, personId),
    attended: minutes.get(personId) ?? 0,
  };
}

async function moneyOf({ tx, organizationId, today }: Reader, own: readonly ActivityId[]) {
  const activities = new Set(own);
  const { reading, available } = await availableOf(tx, { organizationId, activities: [...own], on: today });
  const cash = reading.lines.find((line) => line.key === "cash")?.amount ?? ZERO;
  const invoices = await listInvoices(tx, { organizationId, activities, view: "issued", search: "", today, limit: 5 });
  return {
    available: available.amount,
    cash,
    owed: await receivables(tx, organizationId, activities, today),
    months: await yearOfMoney({ tx, organizationId }, own, today, cash),
    invoices: invoices.rows.map(({ id, number, customerName, issueDate, gross }) => ({
      ...{ id: id as string, number, customerName, issueDate, gross },
    })),
  };
}

/** Twelve months: turnover, and money at the end of each, counted back from today's. */
async function yearOfMoney(
  { tx, organizationId }: Pick<Reader, "tx" | "organizationId">,
  own: readonly ActivityId[],
  today: Day,
  cash: Cents,
) {
  const first = monthOf(addMonths(today, -11));
  const moves = await movementsByMonth(tx, organizationId, own, firstDayOf(first), today);
  const byMonth = new Map(moves.map((row) => [row.month, row]));
  let money = cash;
  return monthsFrom(first, monthOf(today))
    .reverse()
    .map((month) => {
      const row = { month, turnover: byMonth.get(month)?.turnover ?? ZERO, money };
      money = (money - (byMonth.get(month)?.money ?? 0n)) as Cents;
      return row;
    })
    .reverse();
}
